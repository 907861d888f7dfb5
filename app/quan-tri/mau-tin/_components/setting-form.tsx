'use client'

import { KeptSubmit } from '../../../can-bo/_components/kept-submit'
import { ProblemNote } from '../../../can-bo/_components/problem-note'
import { useKeptForm } from '../../../can-bo/_components/use-kept-form'
import { Checkbox, RadioGroup } from '@/components/ui/choices'
import { Sheet } from '@/components/ui/sheet'
import { TextInput } from '@/components/ui/text-input'
import type { NotificationSetting } from '@/lib/notifications/domain/setting'
import { saveSettingAction } from '../actions'

/** One form for the few choices a commune has. */
export function SettingForm({ setting }: { setting: NotificationSetting & { version: number } }) {
  const { state, busy, form } = useKeptForm(saveSettingAction)
  const problem = state.status === 'problem' ? state : null
  const field = (name: string, label: string, value: string | number, unit?: string) => (
    <TextInput name={name} label={label} width="4" code autoComplete="off" unit={unit} defaultValue={problem?.values[name] ?? String(value)} error={problem?.fields[name]} />
  )
  return (
    <form {...form} className="grid max-w-column gap-3">
      {problem !== null && <ProblemNote key={problem.sentence} code={problem.code} sentence={problem.sentence} />}
      <input type="hidden" name="version" value={setting.version} />
      <Sheet title="Giờ yên lặng">
        <Checkbox name="quiet" label="Không gửi tin ban đêm" hint="Tin chờ đến hết giờ yên lặng. Mã đăng nhập luôn gửi ngay." defaultChecked={problem === null ? setting.quietHours !== null : 'quiet' in problem.values} />
        <div className="flex gap-6 [&>.field]:!mt-2">{field('quietFrom', 'Từ', setting.quietHours?.from ?? '21:00')}{field('quietTo', 'Đến', setting.quietHours?.to ?? '07:00')}</div>
        <RadioGroup name="phoneChannel" label="Số di động nhận qua" inline defaultValue={problem?.values.phoneChannel ?? setting.phoneChannel} options={[{ value: 'sms', label: 'Tin nhắn' }, { value: 'zalo', label: 'Zalo', hint: 'không gửi được thì gửi tin nhắn' }]} />
      </Sheet>
      <Sheet title="Nhắc người dân">
        {field('first', 'Kết quả chưa ai nhận: nhắc lần đầu sau', setting.uncollected.first, 'ngày làm việc')}
        {field('every', 'Các lần sau cách nhau', setting.uncollected.every, 'ngày làm việc')}
        {field('most', 'Nhiều nhất', setting.uncollected.most, 'lần')}
        {field('supplementNear', 'Nhắc bổ sung trước ngày cuối', setting.supplementNear, 'ngày làm việc')}
      </Sheet>
      <Sheet title="Cán bộ" foot={<div className="button-row"><KeptSubmit busy={busy}>Lưu</KeptSubmit><a className="button button-outlined" href="/quan-tri/mau-tin">Thôi</a></div>}>
        <Checkbox name="digest" label="Gửi thư việc trong ngày lúc mở cửa, các ngày làm việc" hint="Chỉ gửi cho cán bộ có thư điện tử và có việc." defaultChecked={problem === null ? setting.digest : 'digest' in problem.values} />
      </Sheet>
    </form>
  )
}
