import { Picker, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../../kit/classes';
import { Icon } from '../../ui/Icon';
import { Tap } from '../../ui/Tap';
import { placeText, type AddressForm } from './addressForm';
import { AreaSheet } from './AreaSheet';
import type { Place } from './regionWheels';
import './AreaField.scss';

interface AreaFieldProps {
  form: AddressForm;
  error: string | undefined;
  onChange: (place: Place) => void;
}

/** Province, city and district: by the mini program's own picker, elsewhere by wheels in a sheet. */
export function AreaField({ form, error, onChange }: AreaFieldProps) {
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const row = <AreaRow place={placeText(form)} error={error} />;
  if (process.env.TARO_ENV === 'weapp') {
    return (
      <Picker
        className="area-field"
        mode="region"
        value={[form.province, form.city, form.district]}
        onChange={(event) => {
          const place = pickedPlace(event.detail);
          if (place !== null) onChange(place);
        }}
      >
        {row}
      </Picker>
    );
  }
  return (
    <>
      <Tap
        id="choose-area"
        className="area-field"
        onTap={() => {
          setWasOpen(true);
          setOpen(true);
        }}
      >
        {row}
      </Tap>
      {wasOpen ? (
        <AreaSheet
          open={open}
          regionCode={form.regionCode}
          onClose={() => setOpen(false)}
          onChoose={(place) => {
            setOpen(false);
            onChange(place);
          }}
        />
      ) : null}
    </>
  );
}

function AreaRow({ place, error }: { place: string; error: string | undefined }) {
  return (
    <View className="ui-field">
      <Text className="ui-field__label">所在地区</Text>
      <View className={classes('area-field__value', place === '' && 'ui-field-hint')}>
        {place === '' ? '请选择省、市、区县' : place}
      </View>
      <Icon className="area-field__arrow" name="forward" size="small" />
      {error === undefined ? null : <View className="ui-field__error">{error}</View>}
    </View>
  );
}

/** What the mini program's picker gives; null when a part is missing. */
function pickedPlace(detail: { value: string[]; code: string[] }): Place | null {
  const [province, city, district] = detail.value;
  const regionCode = detail.code[2];
  if (province === undefined || city === undefined || regionCode === undefined) return null;
  return { province, city, district: district ?? '', regionCode };
}
