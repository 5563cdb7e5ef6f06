import { Input, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { ask } from '../../cloud';
import { sayWhy } from '../../kit/sayWhy';
import { freshId } from '../../stores/chance';
import { useSession, type Me } from '../../stores/session';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { toast } from '../../ui/toast';
import './ProfileSheet.scss';

/** Characters that a nickname may have. */
const mostCharacters = 24;

interface ProfileSheetProps {
  me: Me;
  open: boolean;
  onClose: () => void;
}

/** Name and face, by what WeChat offers for them. */
export function ProfileSheet({ me, open, onClose }: ProfileSheetProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [picture, setPicture] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const nickname = (typed ?? me.nickname).trim();

  async function save() {
    setBusy(true);
    try {
      useSession.getState().learn(await saveProfile(nickname, picture));
      setTyped(null);
      setPicture(null);
      onClose();
    } catch (reason) {
      toast(sayWhy(reason));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Sheet
      open={open}
      title="头像和昵称"
      onClose={onClose}
      foot={
        <Button
          id="save-profile"
          loading={busy}
          disabled={nickname === ''}
          onTap={() => void save()}
        >
          保存
        </Button>
      }
    >
      <Face me={me} picture={picture} onPicture={setPicture} />
      <Nickname value={typed ?? me.nickname} onChange={setTyped} />
    </Sheet>
  );
}

interface FaceProps {
  me: Me;
  picture: string | null;
  onPicture: (path: string) => void;
}

/** Only the mini program can choose a picture; a browser shows the one there is. */
function Face({ me, picture, onPicture }: FaceProps) {
  return (
    <View className="profile-sheet">
      <Avatar
        name={me.nickname}
        src={picture ?? (me.avatarUrl === '' ? null : me.avatarUrl)}
        size="large"
      />
      {process.env.TARO_ENV === 'weapp' ? (
        <Button
          kind="plain"
          compact
          openType="chooseAvatar"
          onOpen={(detail) => {
            const path = chosenPath(detail);
            if (path !== null) onPicture(path);
          }}
        >
          更换头像
        </Button>
      ) : null}
    </View>
  );
}

/** WeChat fills in the name that is chosen above its keyboard when the input is left. */
function Nickname({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <View className="profile-sheet__name">
      <Text className="profile-sheet__label">昵称</Text>
      <Input
        className="profile-sheet__input"
        type="nickname"
        value={value}
        maxlength={mostCharacters}
        placeholder="请填写昵称"
        placeholderClass="ui-field-hint"
        aria-label="昵称"
        onInput={(event) => onChange(event.detail.value)}
        onBlur={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}

/** Saves name and face; a new picture is first put where everybody can see it. */
async function saveProfile(nickname: string, picture: string | null): Promise<Me> {
  if (picture === null) return ask('members.saveProfile', { nickname });
  const cloudPath = `avatars/${freshId()}.jpg`;
  const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: picture });
  return ask('members.saveProfile', { nickname, avatarUrl: fileID });
}

function chosenPath(detail: unknown): string | null {
  if (typeof detail !== 'object' || detail === null || !('avatarUrl' in detail)) return null;
  return typeof detail.avatarUrl === 'string' ? detail.avatarUrl : null;
}
