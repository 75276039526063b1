using Monitor.Core.Text.Stems;

namespace Monitor.Core.Mentions.Sanctions;

/// <summary>What a word says about sanctions: that there are some, whose, on what.</summary>
[Flags]
public enum SanctionTags
{
    None = 0,
    Sanction = 1,

    /// <summary>Speaks of a sanction only beside its issuer and target: measures, licence, ban, list.</summary>
    Weak = 2,
    Us = 4,
    Eu = 8,
    Uk = 16,
    Other = 32,
    Potash = 64,
    PotashFirm = 128,
    Belavia = 256,

    /// <summary>Banks, ministries, officials: what the general regimes hit.</summary>
    General = 512,

    /// <summary>"Other", "further", "the rest": not only the one just named.</summary>
    More = 1024,
    Belarus = 2048,
    OtherCountry = 4096,

    /// <summary>A person who speaks for the United States: names the issuer only of what is named beside him.</summary>
    UsVoice = 8192,

    /// <summary>Lifting, removing, cancelling.</summary>
    Lift = 16384,

    /// <summary>An airline or carrier: Belavia when it is the Belarusian one.</summary>
    Airline = 32768,

    /// <summary>Black: beside a list it makes one of sanctions.</summary>
    Black = 131072,

    /// <summary>Against: whose name follows it is hit by the sanction and has not imposed it.</summary>
    Against = 65536,

    /// <summary>Allowing: beside the firm or the good under sanction it is a relief.</summary>
    Permit = 262144,

    /// <summary>A border: "the border of the EU" is a place, and imposes nothing.</summary>
    Border = 524288,
}

/// <summary>
/// The words of sanctions by language (folded; = a whole word; ^ in capitals). Sources: the decisions' own names (OFAC, Council of the
/// EU) and each language's dictionary words for sanction, potash and the issuers.
/// </summary>
public static class SanctionWords
{
    private const int Sanction = (int)SanctionTags.Sanction, Weak = (int)SanctionTags.Weak, Us = (int)SanctionTags.Us, Eu = (int)SanctionTags.Eu, Uk = (int)SanctionTags.Uk, Other = (int)SanctionTags.Other,
        Potash = (int)SanctionTags.Potash, Firm = (int)SanctionTags.PotashFirm, Belavia = (int)SanctionTags.Belavia, General = (int)SanctionTags.General, More = (int)SanctionTags.More,
        Belarus = (int)SanctionTags.Belarus, Elsewhere = (int)SanctionTags.OtherCountry,
        Voice = (int)SanctionTags.UsVoice, Lift = (int)SanctionTags.Lift, Airline = (int)SanctionTags.Airline, Black = (int)SanctionTags.Black,
        Against = (int)SanctionTags.Against, Permit = (int)SanctionTags.Permit, Border = (int)SanctionTags.Border;

    public static StemTable Table { get; } = new(
    [
        (Sanction, "sanction sankc sankt sancion sanzion sanktion sanctie санкц подсанкц падсанкц handelssanktion strafmaßnahm embargo эмбарг ембарг pakott"),
        (Sanction, "blacklist =penalties restriction restrikt restricc restrict restrykc рестрикц рэстрыкц огранич абмежаванн абмежаваньн обмежен ogranicz obostrz omezen obmedz ribojim apribojim ierobežoj"),
        (Weak, "designat =ban =bans banned measure measures licence license licens licenc ліценз лиценз ліцэнз =curbs =relief =eased eases easing delist =list =lists списк список списка спіс списоч lista listę liste lijst maatregel åtgärd tiltak ukrep =mera =mere miery =меры =мер =мерах =мерам =меру =захад =заходи =заходів запрет запрещ заборон забарон zakaz zákaz zakáz maßnahm mesures misure medidas wykaz перечн перелік пералік einfuhrverbot importverbot handelsverbot ausfuhrverbot flugverbot einreiseverbot reiseverbot überflugverbot invoerverbod uitvoerverbod importförbud exportförbud importforbud eksportforbud exportkontroll castigo sanktsioon kiel verbot verbod förbud forbud пакет пакеты package pakiet въезд в'їзд уезд wjazd einreise opatřen opatren loopholes =strafen послабл смягч"),
        (Us, "^us ^usa ^vs ^uu ^sua ^сша ^зша ^сащ ^sad ^zda ^jav ^asv ^eua america american ameryk ameriš amerik améric americ estadounid statunitens etatsunien états-uni yhdysval ameerik американ америк амерык амэрык =stany =stanów =stanami =stanach =unis =uniti =unidos =соединенных =сполучен штаты штатов штатам штати штатів штатами штатах штатаў washington waszyngton vašington vasington washingt вашингтон вашынгтон ^zša vašynhton treasury госдеп дзярждэп держдеп"),
        (Eu, "^eu ^ue ^ес ^єс eŭrap jeŭrap eurap ^ез ^эз ^es ^el european europäi europé europe europo europy europs evrops  europa euroop европ еўрап эўроп эўрап еўраз эўраз еўразв эўразьв європ евросоюз еўрасаюз єврос еврокомис unii unię unia unią =union =unión =unione =union's brussel bruksel bryssel bruxel brüssel брюссел брусел kallas каллас unijn юнієўск =restrictive borrell боррел leyen ляйен"),
        (Uk, "^uk britain british brit brytyj британ брытан великобритан вялікабрытан лондон london londyn londra londres raab рааб"),
        (Other, "canada канад kanad ottawa оттав switzerland schweiz швейцар норвеж norway norge latvia's україною"),
        (Potash, "potash potass potassa potasse potasio kalij kalium =kalí =kali kaliu potas kalisektor kalisalz kaliindustrie kalikonzern kalihersteller kaliproduz kaliexport kaliwerk kaligesch kalihandel potaż potaš draslík drasl draseln калий калійн каліев калійны =калій =калію =калия =калию =калием калие калійних калииj калию =каліем калия kaaliu kalio kaliojo kālij nawoz fertili удобрен угнаенн добрив düng engrais trąš mēslo lannoit väetis gödning gjødsel gødning kunstmest"),
        (Firm | Potash | Belarus, "belaruskali belaruśkal bielaruskal biełaruśkal białoruśkal беларуськал беларускал білоруськал бєларуськал белоруськал белорускал agrorozkvit агророзквіт агророзквит аграрозквіт ^bpc ^бкк"),
        (Belavia | Belarus, "belavia belavii belavię belavią белавиа белавія белавия бєлавіа белавіа bieławi bielavia bělavia беларускія-авіялініі"),
        (General | Belarus, "slavkali славкал"),
        (General, "bank belinvest белинвест белінвест банк =names individuals entities officials businessmen olympic tycoon judges prosecutors plants factories =plant физлиц юрлиц бизнесмен олимпийск прадпрымальн бізнесмен бізнэсмен чиновник чыноўн олімпійськ алімпійск посадов підприємц организаций організацій арганізацый арганізацыяў прадпрыемств предприятий предприятия підприємств пазіцый позиций позицій podmiot przedsiębiorc biznesmen urzędnik prokurator прокурор пракурор organisationen entités entidades entità debt долг госдолг bombardier =борты =борт =бортов =бортам чиновник функционер чыноўнік судей судьям"),
        (General, "прізвищ фамилий прозвішч nazwisk noms"),
        (General | Belarus, "нафтан naftan белнефтехим belneftekhim белнафтахім білнафтохім belnaftachim белаз belaz гродноазот hrodnaazot grodnoazot гроднаазот"),
        (Black, "=black чёрн черн чорн czarn =černá =černou =černé =noire =negra =nera =schwarze =schwarzen =schwarzer juod"),
        (Against, "=against =против =супраць =супроць =проти =przeciw =przeciwko =gegen =contre =contra =contro =prieš =pret =proti =mot =tegen"),

        // The office that imposes and lifts American sanctions, and its list: they are about nothing else.
        (Sanction | Us, "ofac ^sdn"),
        (More, "=other further remaining =rest остальн =другие =других =інші =інших решт жодн никак ніяк żadn =ostatní další =inne pozostał übrig weitere =altre =otras =autres"),
        (Voice, "trump трамп kellogg biden байден байдэн"),
        // The envoy for Belarus speaks of Belarus even where he does not name it.
        (Voice | Belarus, "coale =cole коул коўл koul"),
        (Lift, "lift revok remov scrap ease отмен исключ виключ выключ вычерк викресл сним снят скасув знят зніма знім адмян zruš ruš znies znosz aufheb aufgehoben levée lever levant retir revoc umik odprav ukin atcel atceļ panaik opheff opphev ophæv hävt slopa poista пада отпад отмяна адмен"),
        (Permit, "дозволил дозволя дозволен разреш дазвол дазвал allow permit authoris authoriz zezw pozwol erlaub genehmig gestatt autoris autoriz permet permis permite permiti consent povol sallii luba leido leidž atļau tillåt tillat tillad toestemm toegestaan разреши"),
        (Border, "border frontier границ мяж кордон granic grenz frontière frontera confine grens gräns grense grænse siena sieno robež hranic piiri raja rajal"),
        (Airline, "airline авиакомп авіякамп авіакомп aviokomp авиолини lotnicz перевозчик перевізник перавозчык превозвач fluggesell compagnie aérienne aerolín carrier aeroli"),
        (Belarus, "belarus belaruss bielarus bielorus bielorrus biélorus bělorus weißruss belorus białorus witrus vitryss hviteruss hvideruss valkovenä =valko valgevene baltkriev baltarus fehérorosz беларус белорус білорус бєларус minsk mensk mińsk mins мінск минск мінськ lukashenk łukaszenk lukašenk lukaschenk loukachenk lukasjenk lukachenk лукашенк лукашэнк"),
        (Elsewhere, "lukoil лукойл lukoilu rosneft роснефт gazprom газпром sberbank сбербанк russia росси расій russie russland rusland rosja rosji rosję россии россию русск російськ росі расі moscow syria syrie syrien siria сири iran иран venezuel cuba kuba"),
    ]);
}
