import { readOptions } from '../../../../cloudfunctions/local/start/options';

const external = { DATABASE_URL: 'postgres://shop@db.example/shop' };

describe('the options of npm start', () => {
  it('have defaults: port 8787, this machine alone, the embedded database in .shuke', () => {
    expect(readOptions([], {})).toEqual({
      port: 8787,
      host: '127.0.0.1',
      fresh: false,
      dataFolder: '.shuke',
      databaseUrl: undefined,
    });
  });

  it('are read from the command line and two variables', () => {
    const args = ['--port', '9000', '--fresh', '--data', '/tmp/other'];
    expect(readOptions(args, { HOST: '0.0.0.0' })).toMatchObject({
      port: 9000,
      host: '0.0.0.0',
      fresh: true,
      dataFolder: '/tmp/other',
    });
    expect(readOptions([], external).databaseUrl).toBe(external.DATABASE_URL);
  });

  it('do not take a machine’s name for an address, which some shells put into HOST', () => {
    expect(readOptions([], { HOST: 'workstation' }).host).toBe('127.0.0.1');
  });

  it.each([
    [['--port', '0'], /端口应为/],
    [['--port', '65535'], /端口应为/],
    [['--port', 'web'], /端口应为/],
    [['--prot', '1'], /可用参数/],
    [['9000'], /可用参数/],
  ])('%p are refused in one line', (args, objection) => {
    expect(() => readOptions(args, {})).toThrow(objection);
    expect(() => readOptions(args, {})).not.toThrow(/\n/);
  });

  it('never empty a database that was not made here', () => {
    expect(() => readOptions(['--fresh'], external)).toThrow(/--fresh clears only the embedded/);
  });
});
