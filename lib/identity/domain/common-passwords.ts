/**
 * Words that passwords are made of here, in lower case without diacritics: what leaked lists of Vietnamese and
 * English sites are full of, the words of this product and of the offices that use it. A word in it counts for nothing.
 */
export const commonWords: readonly string[] = `
password passwd passw0rd pass matkhau matma mk admin administrator quantri quantrivien root user guest test demo login welcome
letmein iloveyou monkey dragon master sunshine princess football baseball shadow superman batman trustno1 hello freedom whatever
michael jordan michelle charlie donald secret starwars computer internet samsung iphone apple google facebook zalo youtube tiktok
microsoft windows office server default changeme temp temporary abc xyz qwe asd zxc
qwertyuiop qwerty qwert asdfghjkl asdfgh asdf zxcvbnm zxcvbn zxcv 1qaz2wsx 1qaz 2wsx 3edc qazwsx qaz wsx 1q2w3e4r5t 1q2w3e4r 1q2w3e q1w2e3r4
anhyeuem emyeuanh yeuem yeuanh yeuemnhieu yeuanhnhieu iloveu yeu nhoem nhoanh tinhyeu conyeu meyeu boyeu giadinh hanhphuc khongbiet
khongco khongnoi concho conmeo ditme dkm vkl matkhaumoi khongmatkhau chaoban xinchao chao camon
vietnam viet vn hanoi saigon sai hochiminh tphcm hcm danang haiphong cantho hue dongthap angiang quangtri hungyen haiduong nghean
namdinh thanhhoa bacninh dongnai binhduong laocai sonla caobang langson vinhlong camau tayninh khanhhoa lamdong gialai daklak quangngai
motcua mot cua hanhchinh hanhchinhcong phucvu trungtam phucvuhanhchinhcong ttpvhcc pvhcc dichvucong dvc dvcqg cong thongtin hoso thutuc
ubnd uyban uybannhandan hdnd hoidongnhandan ubmttq mttq danguy xa phuong dackhu thitran huyen tinh quan thanhpho tp canbo congchuc vanphong
vanthu tuphap hotich diachinh ketoan chutich phochutich giamdoc lanhdao congan quansu bodoi csgt nhanvien
trinhdien one stop shop
`.trim().split(/\s+/)
