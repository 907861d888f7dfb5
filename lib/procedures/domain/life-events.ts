/** What happens in a household, and the procedures it leads to, the first to be done first. */
export type LifeEvent = { slug: string; title: string; summary: string; procedures: readonly string[] }

/** The eight rows of the citizens' home page. */
export const lifeEvents: readonly LifeEvent[] = [
  {
    slug: 'sinh-con',
    title: 'Sinh con',
    summary: 'Khai sinh, thẻ bảo hiểm y tế, thường trú cho bé',
    procedures: ['1.001193', '3.000722', '2.000635', '1.000689', '1.001022', '1.003583', '1.004884', '1.004772', '2.000528', '2.001263'],
  },
  {
    slug: 'ket-hon',
    title: 'Kết hôn',
    summary: 'Đăng ký kết hôn, xác nhận tình trạng hôn nhân',
    procedures: ['1.000894', '1.004873', '1.004746', '2.000806', '2.002189', '2.000554'],
  },
  {
    slug: 'chuyen-cho-o',
    title: 'Chuyển chỗ ở',
    summary: 'Thường trú, tạm trú, xác nhận cư trú',
    procedures: ['1.004194', '1.004222', '1.010041', '1.013134'],
  },
  {
    slug: 'lam-nha',
    title: 'Làm nhà',
    summary: 'Giấy phép xây dựng, thông tin quy hoạch',
    procedures: ['1.013225', '1.014159', '1.013232', '1.012796', '1.012812', '1.013967'],
  },
  {
    slug: 'mo-cua-hang',
    title: 'Mở cửa hàng, buôn bán',
    summary: 'Đăng ký hộ kinh doanh, tạm ngừng, thay đổi',
    procedures: ['1.001612', '2.000720', '1.001570', '1.001266', '2.000575', '2.002226'],
  },
  {
    slug: 'sao-y-chung-thuc',
    title: 'Sao y, chứng thực',
    summary: 'Bản sao, chữ ký, hợp đồng, di chúc',
    procedures: [
      '2.000815', '2.000884', '2.001035', '2.001019', '2.001406', '2.001016', '2.000908', '2.000942', '2.000913', '2.000927', '2.000992', '2.001008',
    ],
  },
  {
    slug: 'tuoi-gia-khuyet-tat-kho-khan',
    title: 'Tuổi già, khuyết tật, khó khăn',
    summary: 'Trợ cấp hưu trí xã hội, trợ cấp hằng tháng',
    procedures: ['1.014027', '1.116909', '1.001699', '1.001653', '1.011607', '1.011608', '1.011609', '3.000412', '1.010833'],
  },
  {
    slug: 'nguoi-than-qua-doi',
    title: 'Người thân qua đời',
    summary: 'Khai tử, mai táng phí, thờ cúng liệt sĩ',
    procedures: ['1.000656', '2.002913', '1.001731', '1.014028', '1.010824', '1.010803', '2.001406', '2.001016', '1.005461', '2.002308'],
  },
]

/** "Bà con làm nhiều nhất" of a commune that has no figures of its own yet. */
export const mostUsedProcedures: readonly string[] = ['2.000815', '2.000635', '1.004873', '1.004194']
