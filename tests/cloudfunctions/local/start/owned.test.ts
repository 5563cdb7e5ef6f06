import { makeOwned, Stopped } from '../../../../cloudfunctions/local/start/owned';

const never = (fault: unknown) => {
  throw fault;
};

describe('what a start opened', () => {
  it('is closed once, last opened first', async () => {
    const owned = makeOwned();
    const closed: string[] = [];
    for (const name of ['database', 'host']) {
      await owned.open(
        async () => name,
        async (opened) => void closed.push(opened),
      );
    }
    await Promise.all([owned.closeAll(never), owned.closeAll(never)]);
    expect(closed).toEqual(['host', 'database']);
  });

  it('is closed even when the stop comes while it opens', async () => {
    const owned = makeOwned();
    const closed: string[] = [];
    let finish: (name: string) => void = never;
    const opening = owned.open(
      () => new Promise<string>((resolve) => (finish = resolve)),
      async (opened) => void closed.push(opened),
    );
    const closing = owned.closeAll(never);
    finish('database');
    await expect(opening).rejects.toThrow(Stopped);
    await closing;
    expect(closed).toEqual(['database']);
  });

  it('is closed though another does not close or did not open', async () => {
    const owned = makeOwned();
    const closed: string[] = [];
    const faults: unknown[] = [];
    const close = async (name: string) => {
      if (name === 'stuck') throw new Error('stuck');
      closed.push(name);
    };
    await owned.open(async () => 'database', close);
    await expect(owned.open(() => Promise.reject(new Error('no port')), close)).rejects.toThrow();
    await owned.open(async () => 'stuck', close);
    await owned.closeAll((fault) => faults.push(fault));
    expect(closed).toEqual(['database']);
    expect(faults).toEqual([new Error('stuck')]);
  });

  it('opens nothing more once it closes', async () => {
    const owned = makeOwned();
    await owned.closeAll(never);
    const open = jest.fn();
    await expect(owned.open(open, async () => undefined)).rejects.toThrow(Stopped);
    expect(open).not.toHaveBeenCalled();
  });
});
