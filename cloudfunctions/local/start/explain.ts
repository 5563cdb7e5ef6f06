import { MigrationFault } from '../../platform/migrate';
import { codeOf, portTaken, Trouble } from './trouble';

const byCode: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  ENOSPC: [
    '磁盘空间不足，请清理后再试，数据没有丢失',
    'the disk is full; free some space, nothing is lost',
  ],
  EDQUOT: [
    '磁盘配额已用完，请清理后再试，数据没有丢失',
    'the disk quota is used up; nothing is lost',
  ],
  '53100': [
    '磁盘空间不足，数据库无法写入，数据没有丢失',
    'the disk is full, the database cannot write',
  ],
  EROFS: ['磁盘是只读的，无法写入', 'the disk is read-only'],
  EACCES: ['没有写入权限', 'no permission to write'],
  EPERM: ['没有写入权限', 'no permission to write'],
};

/** The one line for a person about a fault, or null for a defect of which the whole trace is wanted. */
export function explain(fault: unknown): string | null {
  if (fault instanceof Trouble) return fault.message;
  if (fault instanceof MigrationFault)
    return new Trouble('数据库结构无法更新', fault.message).message;
  if (codeOf(fault) === 'EADDRINUSE') return portTaken(portOf(fault)).message;
  const [chinese, english] = byCode[writeCode(fault)] ?? [];
  if (chinese === undefined || english === undefined) return null;
  const place = placeOf(fault);
  return new Trouble(`${chinese}${place === '' ? '' : `：${place}`}`, english).message;
}

/** Making a folder on a read-only disk is answered as if its place were missing. */
function writeCode(fault: unknown): string {
  const code = codeOf(fault) ?? '';
  const making = fault instanceof Error && 'syscall' in fault && fault.syscall === 'mkdir';
  return making && code === 'ENOENT' ? 'EROFS' : code;
}

function portOf(fault: unknown): number {
  if (typeof fault !== 'object' || fault === null || !('port' in fault)) return 0;
  return typeof fault.port === 'number' ? fault.port : 0;
}

function placeOf(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null || !('path' in fault)) return '';
  return typeof fault.path === 'string' ? fault.path : '';
}
