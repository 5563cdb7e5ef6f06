import pg from 'pg';
import { procedures, type ProcedureName } from '../../../cloudfunctions/entries/api/procedures';
import { testHouse } from '../../support/house';

const house = testHouse();

const callers = ['nobody', 'newcomer', 'shopper', 'guide', 'manager', 'left guide'] as const;
type Caller = (typeof callers)[number];

const anyone: readonly Caller[] = callers;
const members: readonly Caller[] = ['shopper', 'guide', 'manager', 'left guide'];
const signedIn: readonly Caller[] = ['newcomer', ...members];

/** Who may call what. A procedure that stands nowhere here has not been thought about. */
const access: Record<ProcedureName, readonly Caller[]> = {
  'members.signIn': signedIn,
  'members.me': members,
  'members.saveProfile': members,
  'members.addresses': members,
  'members.saveAddress': members,
  'members.removeAddress': members,
  'members.readAddress': members,
  'members.regions': anyone,
  'members.notices': members,
  'catalogue.home': anyone,
  'catalogue.categories': anyone,
  'catalogue.products': anyone,
  'catalogue.product': anyone,
  'media.place': members,
  'media.add': members,
  'promotions.create': ['manager'],
  'promotions.stop': ['manager'],
  'promotions.list': ['manager'],
  'promotions.show': ['manager'],
  'points.mine': members,
  'points.entries': members,
  'points.signIn': members,
  'points.signInMonth': members,
  'points.shop': members,
  'points.exchangeCoupon': members,
  'wallet.mine': members,
  'wallet.entries': members,
  'wallet.recharge': members,
  'wallet.prepay': members,
  'wallet.checkPayment': members,
  'coupons.createBatch': ['manager'],
  'coupons.stopBatch': ['manager'],
  'coupons.batches': ['manager'],
  'coupons.batch': ['manager'],
  'coupons.makeCodes': ['manager'],
  'coupons.give': ['manager'],
  'coupons.offered': anyone,
  'coupons.claim': members,
  'coupons.redeemCode': members,
  'coupons.mine': members,
  'coupons.packets': members,
  'coupons.packet': anyone,
  'coupons.takePacket': members,
  'guides.stores': anyone,
  'referral.enter': anyone,
  'referral.share': members,
  'referral.poster': members,
  'referral.myGuide': members,
  'referral.visits': ['guide'],
  'referral.goods': ['guide'],
  'cart.facts': anyone,
  'cart.offers': anyone,
  'payments.stuck': ['manager'],
  'payments.retryRefund': ['manager'],
  'payments.bills': ['manager'],
  'payments.bill': ['manager'],
  'orders.preview': members,
  'orders.place': members,
  'orders.list': members,
  'orders.show': members,
  'orders.counts': members,
  'orders.cancel': members,
  'reviews.ofProduct': anyone,
  'reviews.mine': members,
  'reviews.write': members,
  'reviews.add': members,
  'reviews.toAnswer': ['manager'],
  'reviews.reply': ['manager'],
  'reviews.decide': ['manager'],
  'orders.confirm': members,
  'orders.invoice': members,
  'orders.askInvoice': members,
  'orders.invoices': ['manager'],
  'orders.issueInvoice': ['manager'],
  'orders.extend': members,
  'orders.prepay': members,
  'orders.checkPayment': members,
  'orders.credited': ['guide'],
  'afterSales.ofOrder': members,
  'afterSales.preview': members,
  'afterSales.ask': members,
  'afterSales.mine': members,
  'afterSales.show': members,
  'afterSales.withdraw': members,
  'afterSales.giveTracking': members,
  'afterSales.again': members,
  'afterSales.confirm': members,
  'afterSales.board': ['manager'],
  'afterSales.showToStaff': ['guide', 'manager'],
  'afterSales.agree': ['manager'],
  'afterSales.refuse': ['manager'],
  'afterSales.received': ['manager'],
  'afterSales.sendExchange': ['manager'],
  'afterSales.note': ['guide', 'manager'],
  'afterSales.ofNumber': ['manager'],
  'afterSales.previewToOpen': ['manager'],
  'afterSales.open': ['manager'],
  'afterSales.ofMyOrders': ['guide'],
  'delivery.ofOrder': members,
  'delivery.board': ['guide', 'manager'],
  'delivery.counts': ['guide', 'manager'],
  'delivery.duties': ['manager'],
  'delivery.packing': ['manager'],
  'delivery.ship': ['manager'],
  'delivery.shipMany': ['manager'],
  'delivery.correct': ['manager'],
  'delivery.pickList': ['manager'],
  'delivery.ready': ['guide', 'manager'],
  'delivery.sendOut': ['guide', 'manager'],
  'delivery.delivered': ['guide', 'manager'],
  'delivery.findPickup': ['guide', 'manager'],
  'delivery.handOver': ['guide', 'manager'],
  'messaging.templates': members,
  'messaging.accepted': members,
  'messaging.preferences': members,
  'messaging.savePreferences': members,
  'messaging.backlog': ['manager'],
  'reports.desk': ['guide'],
  'reports.overview': ['manager'],
  'reports.leaders': ['manager'],
  'reports.rows': ['manager'],
};

let newcomers = 0;
let shopper: string;

beforeAll(async () => {
  shopper = (await house.shopper()).session;
  await house.database.db
    .updateTable('staff')
    .set({ leftAt: Date.now() })
    .where('staffId', '=', house.small.guides[1].staffId)
    .execute();
});

/** A session of such a caller; a newcomer is another one each time. */
function sessionOf(caller: Caller): string | null {
  const { guides, manager } = house.small;
  newcomers += 1;
  const sessions: Record<Caller, () => string | null> = {
    nobody: () => null,
    newcomer: () => house.session(`o-newcomer-${newcomers}`),
    shopper: () => shopper,
    guide: () => house.session(guides[0].openid),
    manager: () => house.session(manager.openid),
    'left guide': () => house.session(guides[1].openid),
  };
  return sessions[caller]();
}

const listed = () => Object.keys(procedures) as ProcedureName[];

describe('who may call what', () => {
  it('is said for every procedure, and for no other', () => {
    expect(listed().sort()).toEqual(Object.keys(access).sort());
  });

  it.each(listed())('%s lets in whom the table names, and nobody else', async (name) => {
    const statuses = new Map<Caller, number>();
    for (const caller of callers)
      statuses.set(caller, (await house.ask(sessionOf(caller), name, {})).status);
    const letIn = callers.filter((caller) => ![401, 403].includes(statuses.get(caller) ?? 0));
    expect(letIn).toEqual(callers.filter((caller) => access[name].includes(caller)));
  });

  it('is refused by 401 to people nobody knows and by 403 to members', async () => {
    for (const [caller, status] of [
      ['nobody', 401],
      ['newcomer', 401],
      ['shopper', 403],
      ['manager', 403],
      ['left guide', 403],
    ] as const)
      expect((await house.ask(sessionOf(caller), 'reports.desk')).status).toBe(status);
  });
});

describe('a deed that finds its caller itself', () => {
  const input = () => ({
    key: 'key-of-a-newcomer',
    lines: [{ skuId: house.small.skus[0], quantity: 1 }],
    delivery: { kind: 'pickup', storeId: house.small.storeId },
    payableFen: 39_900,
  });

  it.each(['orders.preview', 'orders.place'] as const)(
    '%s lets in whom the table names also when the input is right',
    async (name) => {
      const statuses = new Map<Caller, number>();
      for (const caller of callers)
        statuses.set(caller, (await house.ask(sessionOf(caller), name, input())).status);
      expect(callers.filter((caller) => statuses.get(caller) === 200)).toEqual(access[name]);
      expect([statuses.get('nobody'), statuses.get('newcomer')]).toEqual([401, 401]);
    },
  );
});

interface Entry {
  name: string;
  for: string[];
  about: string;
  input: { type?: string; $schema?: string };
  output: { type?: string };
}

describe('GET /api', () => {
  it('lists every procedure with who may call, the schemas and one line of purpose', async () => {
    const response = await fetch(`${house.url}/api`);
    expect(response.status).toBe(200);
    const entries = (await response.json()) as Entry[];
    expect(entries.map(({ name }) => name).sort()).toEqual(listed().sort());
    for (const entry of entries) {
      expect(entry.for.length).toBeGreaterThan(0);
      expect(entry.about).toMatch(/^[A-Z][^\n]{9,100}$/);
      expect(entry.input).toMatchObject({ type: 'object' });
      expect(entry.input.$schema).toContain('json-schema.org');
      expect(entry.output).toMatchObject({ type: 'object' });
    }
  });

  it('says of the same door what the table says', async () => {
    const entries = (await (await fetch(`${house.url}/api`)).json()) as Entry[];
    const widest: Record<string, readonly Caller[]> = {
      visitor: anyone,
      shopper: members,
      guide: ['guide'],
      manager: ['manager'],
    };
    for (const { name, for: roles } of entries.filter(({ name }) => name !== 'members.signIn')) {
      const allowed = callers.filter((caller) =>
        roles.some((role) => widest[role]?.includes(caller)),
      );
      expect([name, allowed]).toEqual([name, [...access[name as ProcedureName]]]);
    }
  });

  it('tells neither a default that is a secret nor a table of the database', async () => {
    const text = await (await fetch(`${house.url}/api`)).text();
    expect(text).not.toMatch(/sealed|openid|shop_id|shopId|secret/i);
  });
});

describe('GET /healthz', () => {
  it('answers when the database does, says so when it does not, and comes back with it', async () => {
    const health = async () => (await fetch(`${house.url}/healthz`)).status;
    expect(await health()).toBe(200);
    const name = new URL(house.database.url).pathname.slice(1);
    const admin = new pg.Client({ connectionString: process.env['TEST_SERVER_URL'] });
    await admin.connect();
    await admin.query(`alter database ${name} with allow_connections false`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      name,
    ]);
    expect(await health()).toBe(503);
    const told = await house.ask(null, 'guides.stores');
    expect([told.status, told.body['code']]).toEqual([500, 'defect']);
    expect(told.text).not.toMatch(/connection|database|terminat/i);
    await admin.query(`alter database ${name} with allow_connections true`);
    await admin.end();
    expect(await health()).toBe(200);
  });
});
