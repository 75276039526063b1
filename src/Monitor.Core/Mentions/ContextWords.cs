using Monitor.Core.Text.Stems;

namespace Monitor.Core.Mentions;

/// <summary>What a word of an item speaks of, as far as it bears on whom the item is about.</summary>
[Flags]
public enum Topics
{
    None = 0,

    /// <summary>Belarus, its towns, its rulers, its rights groups and papers.</summary>
    Belarus = 1,

    /// <summary>Arrest, trial, prison, release.</summary>
    Prison = 2,

    /// <summary>Opposition, rights work, prizes for it, elections, protest.</summary>
    Politics = 4,

    /// <summary>Another country than Belarus or those its prisoners are taken to.</summary>
    Elsewhere = 8,

    /// <summary>Sport, stage, science, business: where namesakes live.</summary>
    OtherLife = 16,

    /// <summary>A husband, a wife, a brother, a child: who speaks of one may call him by the given name alone.</summary>
    Kin = 32,

    /// <summary>Of the same name, mistaken for: the item says itself that somebody else bears the name.</summary>
    Namesake = 64,

    /// <summary>A word of <see cref="Prison"/> that is said of sportsmen, staff and places as well: by itself it is no prison.</summary>
    Release = 128,
}

/// <summary>
/// Stems by topic and language (folded; = is a whole word). Sources: the words of each language's own news on Belarus for these senses;
/// dictionaries of the languages named. A word that means both a topic and something ordinary (court, term, cell) is left out.
/// </summary>
public static class ContextWords
{
    private const int Belarus = (int)Topics.Belarus, Prison = (int)Topics.Prison, Politics = (int)Topics.Politics, Elsewhere = (int)Topics.Elsewhere, OtherLife = (int)Topics.OtherLife, Kin = (int)Topics.Kin, Namesake = (int)Topics.Namesake, Release = (int)Topics.Release;

    public static StemTable Table { get; } = new(
    [
        // Belarus in every language of the news; its capital, head of state, towns with prisons, rights groups, papers.
        (Belarus, "belarus belaruss bielarus bielorus bielorrus biélorus bělorus weißruss weissruss belorus białorus wit-rus witrus vitryss hviteruss hvideruss valkovenä =valko valgevene baltkriev baltarus fehérorosz беларус белорус білорус бєларус"),
        (Belarus, "minsk mensk miensk mińsk mínsk minszk мінск менск минск мінськ lukashenk łukaszenk lukašenk lukaschenk loukachenk lukasjenk lukašenk lukachenk лукашенк лукашэнк lukaszenk aljaksandr"),
        (Belarus, "homl hrodna grodno гродн гродзен homel gomel гомел гомель mahil mogilev mogil магіл могилев могилёв могилів могильов vitebsk viciebsk витебск віцебск вітебськ babruisk bobruisk бабруйск бобруйск baranavich baranowicz барановичи баранавіч navapolatsk nawapolack новополоцк наваполацк zhodzina żodzin жодин жодзін shklou szkłow шклов шклоў hlybok глубок глыбок horki горках орша орш ліда лиды лидск пинск пінск мозырь мазыр полоцк полацк слуцк салігорск солигорск soligorsk salihorsk"),
        (Belarus, "viasna wiasna vjasna vyasna wjasna spring96 вясн вясна nasha-niva belta бєлта белта ^tut svaboda zerkalo еврорадио еўрарадыё belsat белсат белсатом tsikhanousk tikhanovsk tichanowsk cichanousk ціханоўск тихановск"),
        (Belarus, "окрестина акрэсціна okrestin володарк валадарк валадарц"),

        // Prison: en
        (Prison, "prison imprison jail inmate detain detention detaine arrest custody sentenc convict pardon amnest incommunicado solitary behind-bars penal verdict hostage dungeon cellmate remand captiv swap deport"),
        // de nl sv no da
        (Prison, "gefängn häftling inhaft haftbed begnadig verurteil festgenom straflag straflager gefang gevang veroordeeld opgepakt achter-tralies cel fängel fängsl dömd dömdes dömts benåd fengsel fengsl dømt fange fanger fangelejr fængsel fængsl benåd kolonie strafkolonie =haft"),
        // fr it es pt ro
        (Prison, "prisonn gracié grâce détenu condamn emprisonn incarcér prigion carcer graziat grazia condann detenut colonia arrest cárcel preso presa presos encarcel excarcel indult condenad detenid închis condamnat gratiat"),
        // pl cs sk sl sr
        (Prison, "więzi więź więzien uwięzi skazan skazał ułaskaw areszt zatrzym kolonii koloni łagr łagier osadzon wyrok vězn vězen vězeň odsouz odsoud omilost milost zatčen väzn väzen väzň odsúd omilost zapor zatvor pomilov uhapš aretir obsoj obsod osuđ"),
        // be
        (Prison, "турм турэм калоні зняволен палітвязн вязн вязен вязня памілава памілаван арышт затрым асудз асуджан прысуд выраку вырак палон ізалятар шыза сізы сіза дэпарт этап за-кратамі кратам краты"),
        // ru
        (Prison, "тюрьм тюрем тюремн колони заключен заключён политзаключ политзэк политуз узник арест задерж помилов приговор приговарив осужд осуди осуд решетк решётк сизо шизо карцер пкт амнист вышел-на неволе неволи этап депорт инкоммуникадо заложник обмен"),
        // uk
        (Prison, "в'язн в'язен ув'язн політв'яз в'язниц помилув помилу арешт затрим засуд засудж вирок ґрат грат колоні сізо полон обмін неволі амністі депорт"),
        // fi et lv lt hu bg
        (Prison, "vanki vankil tuomit tuomio armah vangi vangla vangist armu süüdi cietum ieslodz notiesā apžēlo kalini kalėj kalėjim įkalin nuteis malonė börtön kegyelem elítél rab затвор помилва осъд арест задърж"),
        (Prison, "=siza =sizo abvinavač śledčy =sled turm turem kalonij zniavolen palitviaz pamilava aryšt zatrym asudz asudžan prysud"),

        // To let go, in each language: out of prison, but out of a contract or a queue as well.
        (Prison | Release, "releas freed =free freedom freigel freigek freilass freigekommen vrijgelat frigiv frisläpp släpp släppt løslat løslad =frei =fri =fria libér libéré libera rilasci liberat libertad liberad eliberat eliberar uwolni zwolni zwolnion wypuszcz wypuści =wolny =wolna wolności wolność propušt"),
        (Prison | Release, "propust prepust izpust izpušč oslobođ pušt pušten вызвал вызвален свабод волі волю =волі =вольны =вольная =вольныя освобо свобод звільн =вільний =вільна =вільні vapaut vapau vabast vabane atbrīvo paleist paleid išlaisv laisv szabad освобод freizul freizubek vyzval vyzvalen svabod"),

        // The wire, the punishment cell, the camp uniform, where no word above says prison.
        (Prison, "^kgb ^кгб ^кдб похищен похити викрад выкрал выкрад abduct kidnap entführ porwan porwał pagrob =pagrobimas nolaupīt kagėb"),
        (Prison, "barbed barbel stacheldraht колюч kolczast alambrada taggtråd piikkilan spygliuot dzelonst карцар карцер karcer punishment-cell isolator изолятор ізолятор віцьб витьб віцьба політзэк зэк zek"),

        // Politics and rights
        (Belarus | Politics, "coale коул коўл koul"),
        (Politics, "opposition oppositi oposit oposic nobel dissident activis aktivist activist human-rights rights campaign protest politic politi polityc polític regime dictator watchdog laureat preisträ prisvinn premio prix election presiden coup extremis"),
        (Politics, "оппозиц опозиц апазіц нобел нобэл активист актывіст активіст правозащит праваабарон правозахис протест пратэст политик палітык політик режим рэжым диктатор дыктатар лауреат лаўрэат штаб координацион каардынацый экстремис экстрэміст кандидат кандыдат выборов выбараў banker banker банкир банкір спецпосланник посланник"),
        (Politics, "kaardynacyj санкц sankc sanction sankt sejm parlament opozyc opozycj noblis noblist działacz obrońc praw-człow opoz nobelist opozi opozīc opositsioon oppositi lajstrom pokojow"),

        // Elsewhere: countries and capitals that are not Belarus and seldom a part of its prisoners' stories.
        (Elsewhere, "bishkek бишкек kyrgyz киргиз кыргыз kazakh казах astana астан almaty алматы алма-ат uzbek узбек tashkent ташкент georgia tbilis тбилис грузи грузін serbia belgrad белград србиj serb serbien croat zagreb bosni montenegr bulgar sofia brazil argentin iran tehran иран syria сири сірі china китай кита india инди indi venezuel algeri eritre egypt israel израил ізраїл"),
        (Elsewhere, "russia российс росси россии moscow москв kreml кремл петербург petersburg novosibirsk новосибирск екатеринбург казан казани красноярск сибир краснодар ростов самар самары башкир татарстан"),
        (OtherLife, "champion football soccer tennis olymp goalkeep striker midfield coach hockey biathlon gymnast medal league actress actor singer film movie series album theatre concert gallery startup eco climate professor galaxy wrist qualifying tournament grand-slam seeded =seed =seeds marathon sprint athlet runner fussball verteidiger stürmer kapitän portsmouth"),
        (OtherLife, "забег марафон спортсмен турнир хабаровчан дистанци спартсмен турнір спортсмен чемпион футбол теннис олимп олімп вратар тренер хоккей биатлон гимнаст медал актрис актер актёр актор сериал фильм певиц певец концерт театр альбом учен професс губернатор минздрав чэмпіён тэніс спартс гульн спектакл mistrz piłkar trener aktor aktork reżyser"),

        (Namesake, "namesake gleichnamig namensvetter namensgleich тезк тёзк однофамил аднафаміл цёзк тезка тёзка однофаміл imiennik imiennicz homonym homónim omonim jmenovec jmenovc bendravard vārdamās naamgeno namne nimekaim"),
        (Kin, "husband =wife =sister =brother =father =mother =son daughter spouse муж мужа мужу мужем мужья жена жены жене жену женой сестр брат отец отца отцу мать матери =сын сына сыну дочь дочери супруг муж мужу мужам жонк сястр бацьк маці сын сына дачк дружин чоловік чоловіка сестра брата батьк доньк mąż męża mężem żona żony żonę żoną siostr =brat brata ojciec ojca matka matki syna córk ehemann =frau schwester bruder vater mutter =sohn tochter mari épouse femme sœur frère père mère fils fille marito moglie sorella fratello padre madre marido esposa hermana hermano manžel manžel vyras žmona vīrs sieva abikaasa naine aviomies vaimo"),
    ]);
}
