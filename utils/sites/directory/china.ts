/** Services of mainland China. What they take beside a password is rarely written down by them: mostly unknown here. */
export const CHINA = `
wechat | WeChat, 微信, Weixin | weixin.qq.com wechat.com | | | v2fly:tencent
qq | QQ, Tencent QQ, 腾讯QQ, QQ邮箱 | qq.com foxmail.com qqmail.com | | | v2fly:tencent
tencent | Tencent, 腾讯 | tencent.com | | | v2fly:tencent
tencent-cloud | Tencent Cloud, 腾讯云 | cloud.tencent.com tencentcloud.com qcloud.com | totp sms email securityKey | www.tencentcloud.com/document/product/378/10740 | v2fly:qcloud www.tencentcloud.com/document/product/378/10740
weiyun | Weiyun, 微云, 腾讯微云 | weiyun.com | | | v2fly:tencent
tenpay | Tenpay, 财付通 | tenpay.com | | | v2fly:tencent
alipay | Alipay, 支付宝 | alipay.com alipay.cn | | | v2fly:alibaba
taobao | Taobao, 淘宝, 淘宝网 | taobao.com | | | v2fly:alibaba
tmall | Tmall, 天猫 | tmall.com | | | v2fly:alibaba
1688 | 1688, 1688.com, 阿里巴巴1688 | 1688.com | | | v2fly:alibaba
alibaba | Alibaba, 阿里巴巴 | alibaba.com | | | v2fly:alibaba
aliyun | Alibaba Cloud, 阿里云, Aliyun, AlibabaCloud | aliyun.com alibabacloud.com | totp passkey | www.alibabacloud.com/help/en/cloud-migration-guide-for-beginners/latest/configure-security-settings-for-an-alibaba-cloud-account | 2fa:alibabacloud.com v2fly:aliyun help.aliyun.com/zh/terraform/alicloud-ram-security-preference
aliyundrive | Aliyun Drive, 阿里云盘, Alipan | aliyundrive.com | | | v2fly:alibaba
cainiao | Cainiao, 菜鸟, 菜鸟裹裹 | cainiao.com | | | v2fly:alibaba
freshhema | Freshippo, 盒马, 盒马鲜生 | freshhema.com | | | v2fly:alibaba
fliggy | Fliggy, 飞猪, 飞猪旅行 | fliggy.com feizhu.com | | | v2fly:alibaba
amap | Amap, 高德地图, 高德 | amap.com gaode.com | | | v2fly:alibaba
damai | Damai, 大麦, 大麦网 | damai.cn | | | v2fly:alibaba
quark | Quark, 夸克, 夸克网盘 | quark.cn | | | v2fly:alibaba
eleme | Ele.me, 饿了么 | ele.me | | | v2fly:eleme
youku | Youku, 优酷 | youku.com | | | v2fly:youku
jd | JD.com, 京东, JD, Jingdong | jd.com | | | v2fly:jd
jd-cloud | JD Cloud, 京东云 | jdcloud.com | | | v2fly:jd
weibo | Weibo, 微博, 新浪微博, Sina Weibo | weibo.com weibo.cn | | | 2fa v2fly:sina
sina | Sina, 新浪, 新浪网 | sina.com.cn sina.com | | | v2fly:sina
bilibili | Bilibili, 哔哩哔哩, B站 | bilibili.com biligame.com | | | 2fa:bilibili.com v2fly:bilibili
douyin | Douyin, 抖音 | douyin.com | | | v2fly:bytedance
toutiao | Toutiao, 今日头条, 头条 | toutiao.com | | | v2fly:bytedance
xigua | Xigua Video, 西瓜视频 | ixigua.com | | | v2fly:bytedance
dongchedi | Dongchedi, 懂车帝 | dongchedi.com | | | v2fly:bytedance
doubao | Doubao, 豆包 | doubao.com | | | v2fly:doubao
feishu | Feishu, 飞书, Lark | feishu.cn larksuite.com | | | v2fly:lark
volcengine | Volcano Engine, 火山引擎, Volcengine | volcengine.com | | | v2fly:volcengine
baidu | Baidu, 百度 | baidu.com tieba.com | | | v2fly:baidu
iqiyi | iQIYI, 爱奇艺 | iqiyi.com iq.com | | | v2fly:iqiyi
netease | NetEase, 网易, 网易邮箱, 163邮箱, 126邮箱, NetEase Mail | 163.com 126.com yeah.net netease.com | | | v2fly:netease
youdao | Youdao, 有道, 网易有道 | youdao.com | | | v2fly:netease
lofter | LOFTER, NetEase LOFTER, 老福特 | lofter.com | | | v2fly:netease
xiaomi | Xiaomi, 小米, Mi Account, 小米账号, 小米帐号 | mi.com xiaomi.com miui.com | | | v2fly:xiaomi
huawei | Huawei, 华为, 华为账号, 华为帐号, HUAWEI ID | huawei.com vmall.com hicloud.com | | | v2fly:huawei
huawei-cloud | Huawei Cloud, 华为云 | huaweicloud.com | totp | | support.huaweicloud.com/api-iam/iam_08_0017.html
oppo | OPPO, HeyTap, 欢太 | oppo.com heytap.com | | | v2fly:oppo
vivo | vivo, iQOO | vivo.com vivo.com.cn | | | v2fly:vivo
kingsoft | Kingsoft, 金山 | kingsoft.com | | | v2fly:kingsoft
kingsoft-cloud | Kingsoft Cloud, 金山云 | ksyun.com | | | v2fly:kingsoft
meituan | Meituan, 美团 | meituan.com | | | v2fly:meituan
dianping | Dianping, 大众点评 | dianping.com | | | v2fly:meituan
maoyan | Maoyan, 猫眼, 猫眼电影 | maoyan.com | | | v2fly:meituan
pinduoduo | Pinduoduo, 拼多多, PDD | pinduoduo.com yangkeduo.com | | | v2fly:pinduoduo
kuaishou | Kuaishou, 快手 | kuaishou.com | | | v2fly:kuaishou
xiaohongshu | Xiaohongshu, 小红书, RedNote, REDnote | xiaohongshu.com | | | v2fly:xiaohongshu
zhihu | Zhihu, 知乎 | zhihu.com | | | v2fly:zhihu
douban | Douban, 豆瓣 | douban.com | | | v2fly:douban
ctrip | Ctrip, 携程, 携程旅行, Trip.com | ctrip.com trip.com | | | v2fly:ctrip
qunar | Qunar, 去哪儿, 去哪儿旅行 | qunar.com | | | v2fly:geolocation-cn
tuniu | Tuniu, 途牛 | tuniu.com | | | v2fly:geolocation-cn
12306 | China Railway 12306, 铁路12306, 12306 | 12306.cn | | | www.12306.cn
didi | DiDi, 滴滴, 滴滴出行 | didichuxing.com didiglobal.com xiaojukeji.com | | | v2fly:didi
sf-express | SF Express, 顺丰, 顺丰速运 | sf-express.com | | | v2fly:geolocation-cn
suning | Suning, 苏宁, 苏宁易购 | suning.com | | | v2fly:geolocation-cn
vipshop | Vipshop, 唯品会 | vip.com | | | v2fly:geolocation-cn
dangdang | Dangdang, 当当, 当当网 | dangdang.com | | | v2fly:geolocation-cn
smzdm | SMZDM, 什么值得买 | smzdm.com | | | v2fly:geolocation-cn
weidian | Weidian, 微店 | weidian.com | | | v2fly:geolocation-cn
58 | 58.com, 58同城 | 58.com | | | v2fly:geolocation-cn
anjuke | Anjuke, 安居客 | anjuke.com | | | v2fly:geolocation-cn
zhaopin | Zhaopin, 智联招聘 | zhaopin.com | | | v2fly:geolocation-cn
51job | 51job, 前程无忧 | 51job.com | | | v2fly:geolocation-cn
liepin | Liepin, 猎聘 | liepin.com | | | v2fly:geolocation-cn
lagou | Lagou, 拉勾, 拉勾网 | lagou.com | | | v2fly:geolocation-cn
sohu | Sohu, 搜狐 | sohu.com | | | v2fly:geolocation-cn
sogou | Sogou, 搜狗 | sogou.com | | | v2fly:geolocation-cn
mgtv | Mango TV, 芒果TV | mgtv.com | | | v2fly:geolocation-cn
yy | YY, YY Live, 歪歪 | yy.com | | | v2fly:geolocation-cn
xunlei | Xunlei, 迅雷 | xunlei.com | | | v2fly:geolocation-cn
115 | 115, 115网盘 | 115.com | | | v2fly:geolocation-cn
qidian | Qidian, 起点中文网, 起点读书 | qidian.com | | | v2fly:geolocation-cn
jianshu | Jianshu, 简书 | jianshu.com | | | v2fly:geolocation-cn
hupu | Hupu, 虎扑 | hupu.com | | | v2fly:geolocation-cn
xueqiu | Xueqiu, 雪球 | xueqiu.com | | | v2fly:geolocation-cn
yinxiang | Yinxiang, 印象笔记 | yinxiang.com | | | v2fly:geolocation-cn
csdn | CSDN, CSDN.net, CSDN博客 | csdn.net | | | v2fly:geolocation-cn
cnblogs | cnblogs, 博客园 | cnblogs.com | | | v2fly:geolocation-cn
gitee | Gitee, 码云 | gitee.com | | | v2fly:geolocation-cn
oschina | OSCHINA, 开源中国 | oschina.net | | | v2fly:geolocation-cn
segmentfault | SegmentFault, 思否 | segmentfault.com | | | v2fly:geolocation-cn
qiniu | Qiniu, 七牛云 | qiniu.com | | | v2fly:geolocation-cn
deepseek | DeepSeek, DeepSeek AI, 深度求索 | deepseek.com | | | v2fly:deepseek
china-mobile | China Mobile, 中国移动, 移动 | 10086.cn chinamobile.com | | | v2fly:chinamobile
139-mail | 139 Mail, 139邮箱 | 139.com | | | v2fly:chinamobile
china-unicom | China Unicom, 中国联通, 联通 | 10010.com chinaunicom.com | | | v2fly:chinaunicom
china-telecom | China Telecom, 中国电信, 电信 | 189.cn chinatelecom.com.cn | | | v2fly:chinatelecom
tokenim | TokenIM, SMS TokenIM, 短信TokenIM | | | |
btepai | B特派, Btepai, B特派 (Btepai) | | | |
`;
