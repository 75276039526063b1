namespace Monitor.Core.Claims.Languages;

/// <summary>
/// The senses a table can give to a phrase. A section of a table is headed by the word of one of these (<c>[not]</c>, <c>[relative]</c>),
/// or by a claim kind and a form (<c>[released verb]</c>), which makes its phrases <see cref="Trigger"/>s.
/// </summary>
public enum Cue
{
    /// <summary>Says that something happened to somebody.</summary>
    Trigger,

    /// <summary>Got, was given: a sentence when a term of years stands with it.</summary>
    Got,

    /// <summary>Faces, risks: a sentence to come when a term stands with it.</summary>
    Faces,

    /// <summary>Is serving: a sentence of the past.</summary>
    Serving,

    /// <summary>Has been sitting, is in prison: an arrest of the past where "since" or a duration stands with it.</summary>
    Held,

    /// <summary>Remains, still: with <see cref="Held"/> it denies a release.</summary>
    Still,

    /// <summary>A whole phrase that denies a release: "remains in prison", "was not among".</summary>
    Kept,

    /// <summary>Was driven, crossed, arrived: with a country it says where a freed person is.</summary>
    Moved,

    Not,

    /// <summary>May, possibly, rumoured, if.</summary>
    Maybe,

    /// <summary>Will, agreed, promised, is to: for a named sanction an announced lift, for a person a plan.</summary>
    Promise,

    /// <summary>Calls for, demands, asks, wishes.</summary>
    Demand,

    /// <summary>Earlier, once, at the time: what follows is retold.</summary>
    Retold,

    /// <summary>Had, был уже: earlier than the story.</summary>
    Had,

    /// <summary>Just, today, now: what follows is news.</summary>
    Fresh,

    /// <summary>Before, until: with an act in noun form it says nothing of the act having happened.</summary>
    Before,

    /// <summary>After, since, when (1: only before a clause): an act behind it is taken for known.</summary>
    After,

    Since,
    Until,

    /// <summary>Who, which.</summary>
    Relative,

    /// <summary>That, in order that: the clause goes under the operators of the one before.</summary>
    Complement,

    And,

    /// <summary>But, while, because: a new clause with its own people.</summary>
    But,

    Say,
    According,
    KinM,
    KinF,

    /// <summary>Lawyer, team, case, letter of: the name after it only owns the word.</summary>
    Owned,

    /// <summary>Of, between an owned word and its owner.</summary>
    Of,
    He,
    She,
    They,

    /// <summary>Among, including, one of: makes a person share what is said of a group.</summary>
    Among,

    /// <summary>Is on the list, joined by: the same without a verb of its own.</summary>
    Member,

    /// <summary>The auxiliary that makes a participle a predicate.</summary>
    Aux,

    /// <summary>Articles and prepositions: an English participle after one is an adjective ("the detained blogger").</summary>
    Article,

    /// <summary>Prisoners, people, citizens: what a count counts.</summary>
    People,

    /// <summary>Remain, total, so far: a count with it is a stock, not what happened.</summary>
    Stock,
    Number,
    Month,
    Weekday,

    /// <summary>Today (0), yesterday (1), tomorrow (-1): days back.</summary>
    DaysBack,

    /// <summary>Unit of time, in days (1, 7, 30, 365).</summary>
    Unit,
    Ago,

    /// <summary>Last, past, previous before a unit, a month or a weekday.</summary>
    Last,

    /// <summary>Whole words for last year, last month, this year (Number: years back, or 100 + months back).</summary>
    Back,
    Country,

    /// <summary>The border with, the embassy of: a country after it is no destination.</summary>
    NotThere,
    Belarus,

    /// <summary>Sanctions, restrictions, measures.</summary>
    SanctionWord,

    /// <summary>More, others, further: other sanctions than the one named.</summary>
    Other,
    Voice,

    /// <summary>An organisation without a name: "an NGO", "rights defenders".</summary>
    Ngo,

    /// <summary>A given name: two capital words that begin with one are a person.</summary>
    Given,

    /// <summary>Looks like a trigger and is none: "press release", "free trade".</summary>
    Ignore,

    /// <summary>A word that is a term by itself: "десятилетний".</summary>
    Term,

    /// <summary>What follows the hyphen in "14-year": a term of years.</summary>
    TermTail,

    /// <summary>A common small word by which the language is told.</summary>
    Common,

    /// <summary>Confirms, welcomes, announces: a release in noun form beside it is told as a fact.</summary>
    Factive,

    /// <summary>Why, how, what: a question with it takes the act for known; one without it doubts the act.</summary>
    Ask,

    /// <summary>Except (0), besides (1, an exception only after "all"), all (2), unlike (3): the name behind it has no part in the verb.</summary>
    Except,

    /// <summary>Along with, and so many more: the count behind it leaves out who is named.</summary>
    Company,

    /// <summary>Of prison, of the colony: behind a term of years it makes a sentence.</summary>
    Prison,

    /// <summary>Wrongly, false: what was said is taken back; 1: only unproved.</summary>
    Untrue,

    /// <summary>Was met, hugged, came on the same bus: who does so after a mass release was reported is one of the freed.</summary>
    Seen,

    /// <summary>From hospital, out of solitary, (1, right behind the verb) to hospital: who is let out of there or taken there is not free.</summary>
    Ward,

    /// <summary>A town of Belarus: a capital word that is nobody's name.</summary>
    Place,

    /// <summary>Him, her, them: beside a verb those it was done to, whoever did it.</summary>
    Object,

    /// <summary>If, unless: a clause that begins with it is a condition.</summary>
    Condition,

    /// <summary>In, within, since, before a number of years: how long something took, no term.</summary>
    Span,

    /// <summary>For, to the good or the harm of somebody.</summary>
    For,

    /// <summary>For the sake of somebody, where that is another word than <see cref="For"/>.</summary>
    Sake,

    /// <summary>Ends of declined nouns outside the nominative; with such an end kin hears what is said and does not say it.</summary>
    ObliqueEnd,

    /// <summary>A month that is another word, too: English may, Polish mają, Belarusian мая.</summary>
    MonthToo,

    /// <summary>What stands before a month and before no other word: since, last, early.</summary>
    BeforeMonth,

    /// <summary>In, on, at: a preposition of its own parts a date from the word before it.</summary>
    DatePreposition,

    /// <summary>Of, for, and: a year behind it belongs to a noun, not to an act.</summary>
    OfYear,

    /// <summary>Late, early, during, before a year: when something happened.</summary>
    InYear,

    /// <summary>A, an: what stands behind it is one of many, not the one spoken of.</summary>
    OneOfMany,

    /// <summary>Elections, by their beginning: a year beside one only counts it.</summary>
    Election,

    /// <summary>Prizes and their winners, by a part of the word: a year beside one is the prize's.</summary>
    Prize,

    /// <summary>Minister, envoy, judge, by their beginning: who is called so is no prisoner.</summary>
    Office,

    /// <summary>Former, candidate for, by their beginning: the office behind it is not held.</summary>
    NotInOffice,

    /// <summary>Lawyer, by its beginning: a lawyer may be the prisoner.</summary>
    Lawyer,

    /// <summary>Translated by, photo: whose name follows has signed the text.</summary>
    Sign,

    /// <summary>The, President: stands before a name and belongs to it.</summary>
    Title,

    /// <summary>The: begins another speaker than the one before.</summary>
    Definite,

    /// <summary>A, an, another: brings in somebody new.</summary>
    Indefinite,

    /// <summary>Ends of participles outside the nominative: they describe the noun before them.</summary>
    ParticipleEnd,

    /// <summary>Ends of participles that speak of several: "X та Y, звільнені в суботу".</summary>
    PluralEnd,

    /// <summary>Men's names in -a: the -a is no genitive.</summary>
    ManInA,

    /// <summary>Heads the traits of the language (<see cref="Trait"/>).</summary>
    Grammar,

    /// <summary>To, with, against (0), told (1): who stands behind it hears what is said and does not say it.</summary>
    Addressee,

    /// <summary>Those, the ones: a denial behind it is told of whoever else is meant ("she thinks of those still inside").</summary>
    Those,

    /// <summary>The answer no: as the first word behind a question it denies what was asked.</summary>
    No,
}

/// <summary>How a trigger says it: a finite verb or short participle (it happened), an infinitive or future (it has not), a participle, an
/// English -ed form (verb or adjective by its neighbours) or a noun (the act is taken for known).</summary>
public enum Form
{
    Verb,
    Infinitive,
    Participle,
    Ed,

    /// <summary>A bare word that says it in a headline only: "Bialiatski out", "Статкевич дома".</summary>
    Headline,
    Noun,
}
