import { Icon } from '@/components/ui/icon'
import type { ResultSignatures } from '@/lib/dossiers/queries/result-signatures'
import { longInstant, shortDay } from '@/lib/kernel/format'
import { authorityWords, roleLabel, verdictWords } from '@/lib/signatures/wording'

/** How the result is signed; of a file that came signed, what was found in it. `fileId`: the file that stands as the result, or is laid before the leader. */
export function SignatureLines({ signatures: { digital, pen, checks }, fileId }: { signatures: ResultSignatures; fileId: string | null }) {
  const check = fileId === null ? undefined : checks.get(fileId)
  const outside = check?.report.kind === 'signed' ? check : undefined
  if (digital.length === 0 && pen === null && outside === undefined && check?.verdict !== 'unreadable') return null
  return (
    <ul className="mt-1 grid gap-1" aria-label="Chữ ký của kết quả">
      {digital.map(({ role, signerName, signedAt, authority, sha256After }) => (
        <Line key={sha256After} icon="signature">{roleLabel[role]} số: {signerName}, {longInstant(signedAt)}{authority === 'demonstration' && <span className="soft">. {authorityWords.demonstration}</span>}</Line>
      ))}
      {pen !== null && <Line icon="pencil">Ký bút, đóng dấu: {pen.signer}, ngày {shortDay(pen.signedOn)}</Line>}
      {outside !== undefined && (
        <>
          <Line icon={outside.verdict === 'good' ? 'shield-check' : 'circle-alert'}>Tệp đã ký số từ trước: {verdictWords[outside.verdict].title.toLocaleLowerCase('vi')}</Line>
          {outside.report.kind === 'signed' && outside.report.signatures.map((one, at) => (
            <Line key={at} icon="signature">{one.signerName}{one.organisation !== null && `, ${one.organisation}`}{one.signedAt !== null && `, ${longInstant(one.signedAt)}`}. {authorityWords[one.authority]}{one.intact && !one.coversWholeFile && one.laterChanges === 'other' && '. Tệp bị thêm nội dung sau chữ ký này'}</Line>
          ))}
          {outside.explanation !== null && <Line icon="file-text">Vẫn dùng vì: {outside.explanation}</Line>}
        </>
      )}
      {check?.verdict === 'unreadable' && <Line icon="circle-alert">{verdictWords.unreadable.title}. {verdictWords.unreadable.detail}</Line>}
    </ul>
  )
}

const Line = ({ icon, children }: { icon: 'signature' | 'pencil' | 'shield-check' | 'circle-alert' | 'file-text'; children: React.ReactNode }) => (
  <li className="flex items-start gap-2 text-sm"><Icon name={icon} size="small" className="mt-0.5 flex-none" /><span>{children}</span></li>
)
