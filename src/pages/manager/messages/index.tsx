import { ForStaff } from '../../../features/guides/ForStaff';
import { BacklogScreen } from '../../../features/messaging/BacklogScreen';

/** What waits to leave the shop, and what became of today's messages. */
export default function ManagerMessagesPage() {
  return (
    <ForStaff role="manager" title="消息与事件">
      <BacklogScreen />
    </ForStaff>
  );
}
