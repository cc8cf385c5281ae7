// SPDX-License-Identifier: GPL-3.0-or-later
#include "Vocabulary.h"

namespace ca::bench {
namespace {

QStringList list(const char16_t *words)
{
    return QString::fromUtf16(words).split(u' ', Qt::SkipEmptyParts);
}

/// Names hold blanks.
QStringList names(const char16_t *text)
{
    return QString::fromUtf16(text).split(u'|', Qt::SkipEmptyParts);
}

Vocabulary english()
{
    return {QStringLiteral("en"),
            list(u"the of and to in a is that for it as was with be by on not he his but at are this have from or had an they "
                 u"which one were all we when there can more if no out so what up into than them some could time these two"),
            list(u"rail port road freight wagon border treaty train station tunnel bridge engine price market budget minister "
                 u"council engineer contract survey valley river customs transit cargo tariff gauge track line harbour ferry "
                 u"pipe power plant grid fuel grain cotton timber steel labour school winter harvest mountain village garden "
                 u"report speech visit summit lawyer court paper letter question answer plan delay cost loan bank invest repair "
                 u"travel carry build open close sign agree reject promise measure count expect remember"),
            list(u"s ed ing er ers ment less ful ive ation able ly"),
            list(u"ba ke lo mi ran dor vel tas ni gor sha pet ul en ar is mon tra fel ko"),
            names(u"Zangezur|Zangezur corridor|Meghri|Nakhchivan|Middle Corridor|Baku|Tbilisi|Kars|Yerevan|Julfa|Ordubad|Horadiz|"
                  u"Akhalkalaki|Trans-Caspian|Aktau|Poti|Batumi|Gyumri|Syunik|North–South corridor")};
}

Vocabulary russian()
{
    return {QStringLiteral("ru"),
            list(u"и в не на что с как по это но из у за от так о для же до или если только уже при когда чтобы между более также "
                 u"его их она они мы был была были будет может после перед через под над"),
            list(u"дорог порт вагон границ договор поезд станц туннел мост груз цен рынок бюджет министр совет инженер контракт "
                 u"долин рек тамож транзит тариф колея лини гаван паром труб энерг завод топлив зерн хлоп сталь труд школ зим "
                 u"урож гор деревн сад отчет реч визит саммит суд газет письм вопрос ответ план срок займ банк ремонт строй"),
            list(u"а ы ов ам ами ах ный ного ному ная ные ить ал али ение ения"),
            list(u"ба ке ло ми ран дор вел тас ни гор ша пет ул ен ар ис мон тра фел ко"),
            names(u"Зангезур|Зангезурский коридор|Зангезурского коридора|Мегри|Нахичевань|Нахичевани|Баку|Тбилиси|Карс|Ереван|"
                  u"Срединный коридор|Джульфа|Горадиз|Ахалкалаки|Актау|Поти|Батуми|Гюмри|Сюник")};
}

Vocabulary turkish()
{
    return {QStringLiteral("tr"),
            list(u"ve bir bu da de için ile olarak daha çok en gibi kadar sonra önce ama veya ise ki ne her o şu olan var göre "
                 u"kendi bütün yine ancak hem üzere karşı arasında"),
            list(u"yol liman vagon sınır anlaşma tren istasyon tünel köprü yük fiyat pazar bütçe bakan meclis mühendis sözleşme "
                 u"vadi nehir gümrük geçiş tarife hat iskele boru enerji tesis yakıt tahıl pamuk kereste çelik emek okul kış "
                 u"hasat dağ köy bahçe rapor konuşma ziyaret zirve avukat gazete mektup soru cevap plan gecikme kredi banka"),
            list(u"lar ler ın in da de dan den a e ı i lık lik ları leri cı"),
            list(u"ba ke lo mi ran dor vel tas ni gör şa pet ul en ar is mon tra fel kö"),
            names(u"Zengezur|Zengezur Koridoru|Zengezur'da|Meğri|Meğri'de|Nahçıvan|Nahçıvan'a|Bakü|Tiflis|Kars|Erivan|Orta Koridor|"
                  u"Culfa|Ahılkelek|Horadiz|Aktau|Poti|Batum|Gümrü|Syunik")};
}

Vocabulary azerbaijani()
{
    return {QStringLiteral("az"),
            list(u"və bir bu da də üçün ilə kimi daha çox ən qədər sonra əvvəl amma və ya isə ki nə hər o olan var görə öz bütün "
                 u"yenə ancaq həm üzrə qarşı arasında"),
            list(u"yol liman vaqon sərhəd müqavilə qatar stansiya tunel körpü yük qiymət bazar büdcə nazir şura mühəndis vadi çay "
                 u"gömrük keçid tarif xətt bərə boru enerji zavod yanacaq taxıl pambıq polad əmək məktəb qış məhsul dağ kənd bağ "
                 u"hesabat çıxış səfər zirvə vəkil qəzet məktub sual cavab plan gecikmə kredit bank təmir"),
            list(u"lar lər ın in da də dan dən a ə ı i lıq lik ları ləri çı"),
            list(u"ba kə lo mi ran dor vəl tas ni gör şa pət ul ən ar is mon tra fəl kö"),
            names(u"Zəngəzur|Zəngəzur dəhlizi|Zəngəzurda|Mehri|Mehridə|Naxçıvan|Naxçıvana|Bakı|Tbilisi|Qars|İrəvan|Orta Dəhliz|"
                  u"Culfa|Ordubad|Horadiz|Axalkalaki|Aktau|Poti|Batumi|Gümrü|Sünik")};
}

Vocabulary armenian()
{
    return {QStringLiteral("hy"),
            list(u"և է որ մի այս այդ նա են եմ չէ բայց կամ եթե երբ որպես համար հետ մեջ վրա մասին ավելի շատ բոլոր իր մեր նրանց"),
            list(u"ճանապարհ նավահանգիստ վագոն սահման պայմանագիր գնացք կայարան թունել կամուրջ բեռ գին շուկա նախարար խորհուրդ "
                 u"ճարտարագետ հովիտ գետ մաքսատուն գիծ խողովակ գործարան վառելիք հացահատիկ բամբակ պողպատ դպրոց ձմեռ լեռ գյուղ այգի"),
            list(u"ը ն ի ում ից ով եր ներ ների ներում ներից"),
            list(u"բա կե լո մի րան դոր վել տաս նի գոր շա պետ ուլ են ար իս"),
            names(u"Զանգեզուր|Զանգեզուրի|Մեղրի|Մեղրիում|Նախիջևան|Բաքու|Թբիլիսի|Կարս|Երևան|Ջուլֆա|Օրդուբադ|Գյումրի|Սյունիք")};
}

Vocabulary georgian()
{
    return {QStringLiteral("ka"),
            list(u"და არის რომ ეს ის ერთი არა მაგრამ ან თუ როცა როგორც მათ ჩვენ უფრო ძალიან ყველა თავის შემდეგ შორის მიერ"),
            list(u"გზა პორტი ვაგონი საზღვარი მატარებელი სადგური გვირაბი ხიდი ტვირთი ფასი ბაზარი მინისტრი საბჭო ინჟინერი ხეობა "
                 u"მდინარე საბაჟო ხაზი მილი ქარხანა საწვავი მარცვალი ბამბა ფოლადი სკოლა ზამთარი მთა სოფელი ბაღი"),
            list(u"ს ში ზე დან ით ები ების ებში თან"),
            list(u"ბა კე ლო მი რან დორ ველ თას ნი გორ შა პეტ ულ ენ არ ის"),
            names(u"ზანგეზური|მეღრი|ნახიჩევანი|ბაქო|თბილისი|ყარსი|ერევანი|ახალქალაქი|ფოთი|ბათუმი|გიუმრი|აქტაუ")};
}

QString capitalised(QString text)
{
    text[0] = text[0].toUpper();
    return text;
}

QString madeUp(const Vocabulary &vocabulary, Random &random)
{
    // The number of the name is drawn first, so that some come often and most hardly ever.
    Random own(static_cast<quint64>(random.skewed(40'000)));
    QString text;
    for (int left = own.between(2, 4); left > 0; --left)
        text += vocabulary.syllables[own.below(static_cast<int>(vocabulary.syllables.size()))];
    return capitalised(text);
}

} // namespace

const std::vector<Vocabulary> &vocabularies()
{
    static const std::vector<Vocabulary> all{english(), russian(), turkish(), azerbaijani(), armenian(), georgian()};
    return all;
}

QString name(const Vocabulary &vocabulary, Random &random)
{
    return vocabulary.names[random.skewed(static_cast<int>(vocabulary.names.size()))];
}

QString word(const Vocabulary &vocabulary, Random &random)
{
    if (random.oneIn(2))
        return vocabulary.small[random.skewed(static_cast<int>(vocabulary.small.size()))];
    if (random.oneIn(20))
        return name(vocabulary, random);
    if (random.oneIn(6))
        return madeUp(vocabulary, random);
    const QString stem = vocabulary.stems[random.skewed(static_cast<int>(vocabulary.stems.size()))];
    return random.oneIn(3) ? stem : stem + vocabulary.endings[random.skewed(static_cast<int>(vocabulary.endings.size()))];
}

} // namespace ca::bench
