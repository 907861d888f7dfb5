/** First stop of the Tab key: past the head, to the content. */
export const SkipLink = () => <a className="skip" href="#noi-dung">Đến nội dung chính</a>

/** Says on every page that nothing here has legal effect. */
export const DemoBanner = () => (
  <div className="banner" role="note">
    <p className="wrap">Môi trường trình diễn. Hồ sơ và tên người ở đây là dữ liệu tạo sẵn.</p>
  </div>
)
