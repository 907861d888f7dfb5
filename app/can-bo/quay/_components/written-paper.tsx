/** The paper for someone who goes home without a dossier, and the next person. */
export const WrittenPaper = ({ paper, name, onNext }: { paper: { id: string; numberText: string }; name: string; onNext: () => void }) => (
  <>
    <p role="status"><b>Đã ghi, phiếu số {paper.numberText}.</b></p>
    <div className="button-row"><a className="button" href={`/can-bo/quay/giay/${paper.id}`} target="_blank" rel="noreferrer">{name}</a><button type="button" className="button button-outlined" onClick={onNext}>Người tiếp theo</button></div>
  </>
)
