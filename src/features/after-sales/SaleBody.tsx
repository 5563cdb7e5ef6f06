import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { kindNames, reasonText } from '../../../cloudfunctions/domains/after-sales/rules/words';
import { classes } from '../../kit/classes';
import { shopTime } from '../../kit/shopTime';
import { Picture } from '../../ui/Picture';
import { BackAmounts } from './BackAmounts';
import { SaleLines } from './SaleLines';
import type { Sale } from './words';
import './Sale.scss';

type Whole = Omit<Sale, 'returnTo'>;

/** A white card that holds one matter of an after-sale. */
export function SaleBlock({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <View className="sale-block">
      {title === undefined ? null : <View className="sale-block__title">{title}</View>}
      {children}
    </View>
  );
}

/** One fact by its name. */
export function SaleFact({ name, children }: { name: string; children: string }) {
  return (
    <View className="sale-fact">
      <Text className="sale-fact__name">{name}</Text>
      <Text className="sale-fact__value">{children}</Text>
    </View>
  );
}

/** What an after-sale is about and what became of it; shopper and shop see the same. */
export function SaleBody({ sale, more }: { sale: Whole; more?: ReactNode }) {
  const { kind, lines, back, refundedAt } = sale;
  return (
    <>
      <SaleBlock>
        <SaleLines lines={lines} />
      </SaleBlock>
      {kind === 'exchange' ? null : (
        <SaleBlock title="退款明细">
          <BackAmounts back={back} totalName={refundedAt === null ? '预计退款' : '退款'} />
        </SaleBlock>
      )}
      {more}
      <Facts sale={sale} />
      <Events events={sale.events} />
    </>
  );
}

function Facts({ sale }: { sale: Whole }) {
  const { kind, reason, words, pictures, returned, sent, orderNumber, askedAt } = sale;
  return (
    <SaleBlock title="申请信息">
      <SaleFact name="类型">{kindNames[kind]}</SaleFact>
      <SaleFact name="原因">{reasonText(kind, reason)}</SaleFact>
      {words === '' ? null : <SaleFact name="说明">{words}</SaleFact>}
      {returned === null ? null : (
        <SaleFact name="寄回">{`${returned.carrier} ${returned.number}`}</SaleFact>
      )}
      {sent === null ? null : <SaleFact name="换货">{`${sent.carrier} ${sent.number}`}</SaleFact>}
      <SaleFact name="订单编号">{orderNumber}</SaleFact>
      <SaleFact name="申请时间">{shopTime(askedAt)}</SaleFact>
      {pictures.length === 0 ? null : (
        <View className="sale-pictures">
          {pictures.map(({ pictureId, url }, at) =>
            url === '' ? (
              <View key={pictureId} className="sale-pictures__none">
                审核中
              </View>
            ) : (
              <View key={pictureId} className="sale-pictures__one">
                <Picture src={url} rounded label={`凭证图片 ${at + 1}`} />
              </View>
            ),
          )}
        </View>
      )}
    </SaleBlock>
  );
}

/** What happened, the latest first. */
function Events({ events }: { events: Whole['events'] }) {
  return (
    <SaleBlock title="售后动态">
      {[...events].reverse().map((event, at) => (
        <View
          key={`${event.step} ${event.happenedAt} ${at}`}
          className={classes('sale-event', at === 0 && 'sale-event--latest')}
        >
          <View>{event.say}</View>
          <View className="sale-event__time">{shopTime(event.happenedAt)}</View>
        </View>
      ))}
    </SaleBlock>
  );
}
