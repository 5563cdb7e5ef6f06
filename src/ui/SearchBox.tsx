import { Input, View } from '@tarojs/components';
import { classes } from '../kit/classes';
import { Icon } from './Icon';
import { Tap } from './Tap';
import './SearchBox.scss';

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
  /** The keyboard's search key. */
  onSearch: (value: string) => void;
  placeholder: string;
  /** Opens the keyboard with the page. */
  focus?: boolean;
  /** Grey, for a white ground. */
  onCard?: boolean;
}

/** A box to search in. */
export function SearchBox(props: SearchBoxProps) {
  const { value, onChange, onSearch, placeholder, focus = false, onCard = false } = props;
  return (
    <View className={classes('ui-search-box', onCard && 'ui-search-box--on-card')}>
      <Icon name="search" />
      <Input
        className="ui-search-box__input"
        type="text"
        confirmType="search"
        maxlength={40}
        value={value}
        placeholder={placeholder}
        placeholderClass="ui-field-hint"
        focus={focus}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value)}
        aria-label={placeholder}
      />
      {value === '' ? null : (
        <Tap className="ui-search-box__clear" label="清空" onTap={() => onChange('')}>
          <Icon name="close" size="small" />
        </Tap>
      )}
    </View>
  );
}

interface SearchLinkProps {
  words: string;
  onTap: () => void;
  onCard?: boolean;
}

/** Looks like the box, and opens the page that has it. */
export function SearchLink({ words, onTap, onCard = false }: SearchLinkProps) {
  return (
    <Tap className={classes('ui-search-box', onCard && 'ui-search-box--on-card')} onTap={onTap}>
      <Icon name="search" />
      {words}
    </Tap>
  );
}
