namespace Monitor.Core.Claims.Languages;

/// <summary>What the engine must know of a language's grammar and no list of words can tell; a table names its traits under <c>[grammar]</c>.</summary>
public enum Trait
{
    /// <summary>Every noun has a capital letter: a capital shows no name (German).</summary>
    NounsHaveCapitals,

    /// <summary>A month has a capital letter: without one it is another word (English may, march).</summary>
    MonthsHaveCapitals,

    /// <summary>The clause ends with the verb's other half ("heben … auf").</summary>
    VerbsArePartedWidely,

    /// <summary>The owner stands before what is owned, and the place before the verb that leads there, told by their cases alone (Lithuanian, Finnish).</summary>
    OwnerStandsFirst,

    /// <summary>A genitive in -s without an apostrophe stands before what is owned (Swedish).</summary>
    GenitiveInS,

    /// <summary>An apostrophe and s makes an owner of whoever has it, whatever follows (English).</summary>
    ApostropheOwns,

    /// <summary>Owners are told by a preposition: kin without one stands beside a name and is that person.</summary>
    OwnerByPreposition,

    /// <summary>A verb needs no pronoun.</summary>
    DropsPronouns,

    /// <summary>A year needs a preposition to be the time of an act; without one it belongs to a noun.</summary>
    YearsNeedPreposition,

    /// <summary>A participle is a predicate only with an auxiliary: without one it describes whom it stands before ("Skazana na 11 lat flecistka").</summary>
    ParticipleNeedsAuxiliary,

    /// <summary>A year that begins the sentence belongs to the noun behind it ("2020 protests").</summary>
    YearBeforeNoun,
}
