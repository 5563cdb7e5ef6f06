import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { plainText } from '../../../../cloudfunctions/kit/text';
import { Icon } from '../../../ui/Icon';
import { Tap } from '../../../ui/Tap';
import './TagField.scss';

interface TagFieldProps {
  label: string;
  tags: readonly string[];
  placeholder: string;
  onChange: (tags: string[]) => void;
}

/** Longest tag and most tags, as the shop takes them. */
const longest = 20;
const most = 50;

/** Tags typed one by one; a tap takes one away. */
export function TagField({ label, tags, placeholder, onChange }: TagFieldProps) {
  const [typed, setTyped] = useState('');
  const add = () => {
    const tag = plainText(typed).slice(0, longest);
    if (tag === '' || tags.length >= most) return;
    setTyped('');
    if (!tags.includes(tag)) onChange([...tags, tag]);
  };
  return (
    <View className="tag-field">
      <View className="ui-field">
        <Text className="ui-field__label">{label}</Text>
        <Input
          className="ui-field__input"
          value={typed}
          maxlength={longest}
          placeholder={placeholder}
          placeholderClass="ui-field-hint"
          confirmType="done"
          aria-label={label}
          onInput={(event) => setTyped(event.detail.value)}
          onConfirm={add}
          onBlur={add}
        />
        {typed === '' ? null : (
          <Tap className="tag-field__add" onTap={add}>
            添加
          </Tap>
        )}
      </View>
      {tags.length === 0 ? null : (
        <View className="tag-field__tags">
          {tags.map((tag) => (
            <Taken
              key={tag}
              name={tag}
              onTake={() => onChange(tags.filter((one) => one !== tag))}
            />
          ))}
        </View>
      )}
    </View>
  );
}

/** Something chosen, with a cross that takes it away. */
export function Taken({ name, onTake }: { name: string; onTake: () => void }) {
  return (
    <Tap className="taken" label={`去掉${name}`} onTap={onTake}>
      <View className="taken__name">{name}</View>
      <Icon name="close" size="small" />
    </Tap>
  );
}
