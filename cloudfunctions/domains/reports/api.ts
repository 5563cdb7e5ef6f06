import { Nothing } from '../members/schema';
import { procedure } from '../registry';
import { Desk, Leaders, ListRows, Overview, RowPage, ShowNumbers } from './schema';
import { showDesk } from './usecases/desk';
import { showLeaders } from './usecases/leaders';
import { showOverview } from './usecases/overview';
import { listRows } from './usecases/rows';

/** What the reports room offers to the phone. */
export const reportsApi = {
  'reports.desk': procedure({
    for: ['guide'],
    about: 'My numbers of today',
    input: Nothing,
    output: Desk,
    run: showDesk,
  }),
  'reports.overview': procedure({
    for: ['manager'],
    about: 'The shop in numbers, today or over 30 days',
    input: ShowNumbers,
    output: Overview,
    run: showOverview,
  }),
  'reports.leaders': procedure({
    for: ['manager'],
    about: 'Guides, ranked by repurchase',
    input: ShowNumbers,
    output: Leaders,
    run: showLeaders,
  }),
  'reports.rows': procedure({
    for: ['manager'],
    about: 'The rows that a number counts',
    input: ListRows,
    output: RowPage,
    run: listRows,
  }),
};
