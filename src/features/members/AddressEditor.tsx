import { BottomBar } from '../../ui/BottomBar';
import { Button } from '../../ui/Button';
import { CellGroup } from '../../ui/Cell';
import { Field } from '../../ui/Field';
import { Page } from '../../ui/Page';
import { phoneDigits, type AddressForm } from './addressForm';
import { AreaField } from './AreaField';
import { ImportFromWeChat } from './ImportFromWeChat';
import { PasteBox } from './PasteBox';
import { SwitchCell } from '../../ui/SwitchCell';
import { useAddressForm, type AddressFormAtWork } from './useAddressForm';

interface AddressEditorProps {
  title: string;
  first: AddressForm;
  addressId: string | undefined;
  onSaved: (addressId: string) => void;
}

/** The form itself: typed, pasted or taken from WeChat. */
export function AddressEditor({ title, first, addressId, onSaved }: AddressEditorProps) {
  const work = useAddressForm(first, addressId, onSaved);
  const bar = (
    <BottomBar>
      {addressId === undefined ? null : (
        <Button kind="plain" onTap={() => void work.remove()}>
          删除
        </Button>
      )}
      <Button id="save-address" loading={work.busy === 'saving'} onTap={() => void work.save()}>
        保存
      </Button>
    </BottomBar>
  );
  return (
    <Page title={title} bar={bar}>
      {process.env.TARO_ENV === 'weapp' ? <ImportFromWeChat onTaken={work.change} /> : null}
      <Fields work={work} />
      <PasteBox busy={work.busy === 'reading'} onRead={(text) => void work.read(text)} />
      <CellGroup>
        <SwitchCell
          title="设为默认地址"
          note="下单时自动选用"
          on={work.form.isDefault}
          onChange={(isDefault) => work.change({ isDefault })}
        />
      </CellGroup>
    </Page>
  );
}

function Fields({ work }: { work: AddressFormAtWork }) {
  const { form, faults, change } = work;
  return (
    <CellGroup>
      <Field
        label="收货人"
        value={form.name}
        placeholder="请填写姓名"
        maxLength={20}
        error={faults.name}
        onChange={(name) => change({ name })}
      />
      <Field
        label="手机号"
        value={form.phone}
        type="number"
        placeholder="用于接收快递通知"
        maxLength={20}
        error={faults.phone}
        onChange={(phone) => change({ phone: phoneDigits(phone) })}
      />
      <AreaField form={form} error={faults.region} onChange={change} />
      <Field
        label="详细地址"
        value={form.detail}
        placeholder="街道、楼栋、门牌号"
        maxLength={80}
        long
        error={faults.detail}
        onChange={(detail) => change({ detail })}
      />
    </CellGroup>
  );
}
