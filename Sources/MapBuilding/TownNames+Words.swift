extension TownNames {
  static let numerals: [Part] = [
    ("零", "ling"), ("一", "yi"), ("二", "er"), ("三", "san"), ("四", "si"), ("五", "wu"),
    ("六", "liu"), ("七", "qi"), ("八", "ba"), ("九", "jiu"),
  ]

  static let units: [Part] = [("", ""), ("十", "shi"), ("百", "bai"), ("千", "qian")]

  static let northSouth: [Part] = [
    ("人民", "Renmin"), ("文昌", "Wenchang"), ("建设", "Jianshe"), ("青年", "Qingnian"),
    ("迎宾", "Yingbin"), ("桃源", "Taoyuan"), ("玉兰", "Yulan"), ("学府", "Xuefu"),
    ("新华", "Xinhua"), ("育才", "Yucai"), ("振兴", "Zhenxing"), ("银杏", "Yinxing"),
    ("龙泉", "Longquan"), ("望江", "Wangjiang"), ("梧桐", "Wutong"), ("工农", "Gongnong"),
    ("锦程", "Jincheng"), ("石桥", "Shiqiao"), ("柳林", "Liulin"), ("松涛", "Songtao"),
    ("白鹭", "Bailu"), ("金穗", "Jinsui"), ("明德", "Mingde"), ("安居", "Anju"),
    ("书院", "Shuyuan"), ("车站", "Chezhan"), ("仓前", "Cangqian"), ("古井", "Gujing"),
  ]

  static let eastWest: [Part] = [
    ("解放", "Jiefang"), ("和平", "Heping"), ("胜利", "Shengli"), ("团结", "Tuanjie"),
    ("光明", "Guangming"), ("朝阳", "Chaoyang"), ("清溪", "Qingxi"), ("凤凰", "Fenghuang"),
    ("翠竹", "Cuizhu"), ("紫荆", "Zijing"), ("兴业", "Xingye"), ("东风", "Dongfeng"),
    ("向阳", "Xiangyang"), ("幸福", "Xingfu"), ("友谊", "Youyi"), ("富民", "Fumin"),
    ("康宁", "Kangning"), ("百花", "Baihua"), ("云溪", "Yunxi"), ("文化", "Wenhua"),
    ("长青", "Changqing"), ("永安", "Yongan"), ("丰收", "Fengshou"), ("茶亭", "Chating"),
    ("荷塘", "Hetang"), ("水井", "Shuijing"), ("麦香", "Maixiang"), ("双塔", "Shuangta"),
  ]

  static let compoundWords: [Part] = [
    ("锦绣", "Jinxiu"), ("阳光", "Yangguang"), ("碧水", "Bishui"), ("翠湖", "Cuihu"),
    ("金色", "Jinse"), ("书香", "Shuxiang"), ("幸福", "Xingfu"), ("丽景", "Lijing"),
    ("御河", "Yuhe"), ("桂花", "Guihua"), ("海棠", "Haitang"), ("龙腾", "Longteng"),
    ("绿洲", "Lvzhou"), ("万和", "Wanhe"), ("恒泰", "Hengtai"), ("盛世", "Shengshi"),
    ("紫云", "Ziyun"), ("东方", "Dongfang"), ("溪畔", "Xipan"), ("文苑", "Wenyuan"),
    ("安康", "Ankang"), ("明珠", "Mingzhu"), ("清风", "Qingfeng"), ("双桥", "Shuangqiao"),
    ("春晓", "Chunxiao"), ("荷香", "Hexiang"), ("松鹤", "Songhe"), ("吉祥", "Jixiang"),
    ("和悦", "Heyue"), ("芳草", "Fangcao"), ("梅园", "Meiyuan"), ("朗月", "Langyue"),
    ("兰亭", "Lanting"), ("枫林", "Fenglin"), ("水岸", "Shuian"), ("银河", "Yinhe"),
  ]

  static let compoundKinds: [(part: Part, english: String)] = [
    (("花园", "Huayuan"), "Garden"), (("小区", "Xiaoqu"), "Estate"),
    (("家园", "Jiayuan"), "Homes"), (("新村", "Xincun"), "New Village"),
    (("名苑", "Mingyuan"), "Court"), (("公寓", "Gongyu"), "Apartments"),
    (("嘉园", "Jiayuan"), "Residence"), (("雅居", "Yaju"), "Mansion"),
  ]

  static let surnames: [Part] = [
    ("王", "Wang"), ("李", "Li"), ("张", "Zhang"), ("刘", "Liu"), ("陈", "Chen"), ("杨", "Yang"),
    ("赵", "Zhao"), ("黄", "Huang"), ("周", "Zhou"), ("吴", "Wu"), ("徐", "Xu"), ("孙", "Sun"),
    ("胡", "Hu"), ("朱", "Zhu"), ("高", "Gao"), ("林", "Lin"), ("何", "He"), ("郭", "Guo"),
    ("马", "Ma"), ("罗", "Luo"), ("梁", "Liang"), ("宋", "Song"), ("郑", "Zheng"), ("谢", "Xie"),
    ("韩", "Han"), ("唐", "Tang"), ("冯", "Feng"), ("于", "Yu"), ("董", "Dong"), ("萧", "Xiao"),
    ("程", "Cheng"), ("曹", "Cao"), ("袁", "Yuan"), ("邓", "Deng"), ("许", "Xu"), ("傅", "Fu"),
    ("沈", "Shen"), ("曾", "Zeng"), ("彭", "Peng"), ("吕", "Lv"), ("苏", "Su"), ("卢", "Lu"),
    ("蒋", "Jiang"), ("蔡", "Cai"), ("贾", "Jia"), ("丁", "Ding"), ("魏", "Wei"), ("薛", "Xue"),
  ]

  static let villageKinds: [Part] = [
    ("村", "cun"), ("庄", "zhuang"), ("湾", "wan"), ("坪", "ping"), ("店", "dian"),
    ("沟", "gou"), ("寨", "zhai"), ("堡", "bao"),
  ]

  static let villageSides: [Part] = [
    ("", ""), ("大", "Da"), ("小", "Xiao"), ("上", "Shang"), ("下", "Xia"), ("前", "Qian"),
    ("后", "Hou"), ("新", "Xin"), ("老", "Lao"), ("东", "Dong"), ("西", "Xi"), ("南", "Nan"),
    ("北", "Bei"),
  ]
}
