namespace Monitor.Core.Watchlist.NameForms;

/// <summary>How a name changes its end, told from its shape: the same six ways serve all the languages, each with its own endings.</summary>
public enum Declension
{
    /// <summary>Bialiatski, Tsikhanouskaya: like an adjective.</summary>
    Adjective,

    /// <summary>Ivanou, Kalesnikava, Pushkin: short like an adjective.</summary>
    Short,

    /// <summary>Babaryka, Sakalenka, Maryna, Mikola: ends in -a or -o.</summary>
    Noun,

    /// <summary>Maria, Nasta (Настя): ends in -ia or a soft -a.</summary>
    SoftNoun,

    /// <summary>Stefanovich, Znak, Viktar: ends in a consonant.</summary>
    Consonant,

    /// <summary>Siarhei, Mikalai, Yury: ends in a vowel and й.</summary>
    Yod,

    /// <summary>Nakanishi: no Slavic ending fits; only what Latin-script languages hang on.</summary>
    Fixed,
}

/// <summary>How far an ending fits: not, in the nominative, in another case, or only as a slip of the typesetter (Bialiatsk).</summary>
public enum EndingFit
{
    None,
    Slip,
    Oblique,
    Nominative,
}
