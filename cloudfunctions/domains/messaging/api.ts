import { Done, Nothing } from '../members/schema';
import { procedure } from '../registry';
import { Accepted, Backlog, Preferences, TemplatesToAsk } from './schema';
import { noteAccepted, savePreferences, showPreferences, showTemplates } from './usecases/answer';
import { showBacklog } from './usecases/backlog';

/** What the messaging room offers to the phone. */
export const messagingApi = {
  'messaging.templates': procedure({
    for: ['shopper'],
    about: 'Which message templates to ask for at which tap, and what is left of each',
    input: Nothing,
    output: TemplatesToAsk,
    run: showTemplates,
  }),
  'messaging.accepted': procedure({
    for: ['shopper'],
    about: 'Notes which messages I accepted and which not, once per key',
    input: Accepted,
    output: Done,
    run: noteAccepted,
  }),
  'messaging.preferences': procedure({
    for: ['shopper'],
    about: 'Whether the shop may send me offers and reminders',
    input: Nothing,
    output: Preferences,
    run: showPreferences,
  }),
  'messaging.savePreferences': procedure({
    for: ['shopper'],
    about: 'Saves whether the shop may send me offers and reminders',
    input: Preferences,
    output: Preferences,
    run: savePreferences,
  }),
  'messaging.backlog': procedure({
    for: ['manager'],
    about: 'Messages and events that wait, and what became of today’s messages',
    input: Nothing,
    output: Backlog,
    run: showBacklog,
  }),
};
