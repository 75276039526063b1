using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Case endings of names by declension, gender, alphabet and language, folded (ą → a, é → e). "-" is the bare stem. Sources: the school
/// grammars of the languages named in each row. One row is one language's singular and, where papers print it, plural of a family.
/// A row marked with a language counts only in items of that language, because elsewhere the same letters mean another gender
/// (Latvian Cihanouska is his genitive, Polish Cichanouska is her).
/// </summary>
public static class DeclensionEndings
{
    private const Gender F = Gender.F, M = Gender.M, Any = Gender.Unknown;

    private sealed record Row(Declension Declension, Gender Gender, string? Language, string Nominative, string Oblique);

    private static readonly Row[] Rows =
    [
        // Adjective, masculine: ru -ский, be -скі, uk -ський, bg/sr -ски
        new(Declension.Adjective, M, null, "ий ый ой і ы и ій", "ого его ому ему им ым ом ем ага ага аго аму ім ые ие их ых ими ыми ія ыя іх імі ымі ої і ови ею"),
        // the same in Latin letters: en/de/fr -ski(y,j), pl -ski, be-latn -ski, cs -ský, lt -skis, hr -ski
        new(Declension.Adjective, M, null, "i y ij iy yj ii yi is iis", "iego iemu im imi ich cy y ym ego emu em eho iho imu eho aha ahu amu om oga ogo omu io iui iu ije yje uo s i's"),
        new(Declension.Adjective, M, "lt", "is as", "io iui o ui u iu ame yje"),
        new(Declension.Adjective, M, "lv", "is ijs", "a am u im i ija ijam iju"),
        new(Declension.Adjective, M, "et", "i oi", "it id ile ilt iks iga ist oid oile oiga"),
        new(Declension.Adjective, M, "fi", "i yi", "in ia ille ilta ista issa iin yin yia yille yilta yista"),
        new(Declension.Adjective, M, "hu", "ij i", "it nak inak ijt ijnak ival"),
        // Adjective, feminine: ru -ская, be -ская, uk -ська, pl -ska, cs -ská, lv -ska
        new(Declension.Adjective, F, null, "ая яя а", "ой ую ою ай аю ай ої ій у ою ей эй"),
        new(Declension.Adjective, F, null, "a aya aia aja ya ia ja", "iej ej oy oi oj uyu uju aj ai ay ou e u ajos ajai ayi as"),
        new(Declension.Adjective, F, "lv", "a", "as ai u"),
        new(Declension.Adjective, F, "et", "aja a", "ajat ajad ajale ajalt ajaks ajaga"),
        new(Declension.Adjective, F, "fi", "aja a", "ajan ajaa ajalle ajalta ajasta an aa"),

        // Short, masculine (-ov, -ev, -in): ru/be/uk, then Latin: pl, cs, be-latn, lt -as, lv -s
        new(Declension.Short, M, null, "-", "а у ым е им ом ові ы ых ым ымі ыми и ими их і ам"),
        new(Declension.Short, M, null, "- as s", "a u ym em om e owi ovi i y ych ymi owie o ui ai ie"),
        new(Declension.Short, M, "et", "-", "i it ile ilt iks iga ist id"),
        new(Declension.Short, M, "fi", "-", "in ia ille ilta ista iin"),
        // Short, feminine (-ova, -ina): ru/be/uk, then Latin: pl, be-latn, cs -ová, lt -ova/-aitė, sl, ro
        new(Declension.Short, F, null, "а", "ой ай у ою аю ої ій е"),
        new(Declension.Short, F, null, "a ova", "y e o i u aj ai ej oj oi oy ou ove ovou os a as am ei es om ama ite"),
        new(Declension.Short, F, "et", "a", "at ale alt aks aga ast ad"),
        new(Declension.Short, F, "fi", "a", "an aa alle alta asta assa"),
        new(Declension.Short, F, "hu", "a", "at anak aval"),

        // Noun in -a/-o, either gender: ru -а/-ко, be -а, uk -ко
        new(Declension.Noun, Any, null, "а о", "у ы і и е э ой ай ою аю ом ові ей ею ам ами амі"),
        new(Declension.Noun, Any, null, "a o", "y i e u aj ai oj oi oy om em owi ovi ou ie os as am an es iem ego ami ow"),
        // cs, sk: her form of a name in -o or -a
        new(Declension.Noun, F, null, "ova", "ove ovou"),
        new(Declension.Noun, Any, "et", "a o", "at ale alt aks aga ast ot ole"),
        new(Declension.Noun, Any, "fi", "a o", "an aa alle alta asta assa on oa olle olta osta"),
        new(Declension.Noun, Any, "hu", "a o", "at anak aval ot onak oval"),

        // Soft noun: be Марыя, ru Мария, uk Марія; Latin pl -ja/-ia, lt -ija. Read behind the i/y/j of the stem.
        new(Declension.SoftNoun, Any, null, "я", "- ю яй ею яю я ям ях е ев ей ёй єю єй"),
        new(Declension.SoftNoun, Any, null, "a", "- e u o os ai aj am as ei ej om an at ale aa alle alta asta anak y ou"),

        // Consonant, masculine: ru, be, uk (singular, then the family); soft stems have ь я ю
        new(Declension.Consonant, M, null, "- ь", "а у ам ом ем ём е і ы и я ю ові еві єві ов ев аў яў ів ей ам ами амі ях ах ьом"),
        // Latin: pl, cs/sk, be-latn; lt -as/-is/-us, lv -s/-is
        new(Declension.Consonant, M, null, "- as is us ius s", "a u em om am e ie iem owi ovi owie ow ovi y i ia iu iui io iaus aus iumi o ui ej ei ami ach eho um"),
        new(Declension.Consonant, M, "et", "-", "i it ile ilt iks iga ist id"),
        new(Declension.Consonant, M, "fi", "-", "in ia ille ilta ista issa iin"),
        new(Declension.Consonant, M, "hu", "-", "ot et nak nek ak ek kal kel tal tel"),
        // Consonant, feminine: does not change; cs -ová, lt -ienė/-aitė
        new(Declension.Consonant, F, null, "-", "- iene aite ute"),
        new(Declension.Consonant, F, null, "- ova", "ove ovou"),
        new(Declension.Consonant, F, "lv", "a", "as ai u"),

        // Yod, masculine: read behind the vowel: Серге|й, -я, -ю; Latin -i/-j/-y, lt -jus, lv -js
        new(Declension.Yod, M, null, "й -", "я ю ем ём ям е і и єм ею єві еві єви ев"),
        new(Declension.Yod, M, null, "i j y ij ii - jus us js s", "a ia ja ya u iu ju yu em iem jem owi iowi jowi ovi jovi aus jaus o jo ui jui m e je s"),
        new(Declension.Yod, M, "et", "i", "it id ile ilt iga"),
        new(Declension.Yod, M, "fi", "i", "in ille ilta ista jn jlle"),

        // Fixed: only what Latin-script languages hang on behind the vowel
        new(Declension.Fixed, Any, null, "-", "s m n t ho mu ego emu le lle lta sta ga nak val"),
    ];

    /// <summary>A genitive s, with or without apostrophe, may follow any Latin nominative (en, de, sv, nl, lt); the apostrophe may bring any short ending.</summary>
    private static readonly string[] Possessives = ["s", "'s", "'", "es"];

    private static readonly Dictionary<string, Use[]> ByEnding = Build();

    private static readonly Dictionary<string, Use[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByEnding.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>One row's use of an ending.</summary>
    private readonly record struct Use(Row Row, EndingFit Fit);

    /// <summary>Whether <paramref name="ending"/> (folded) fits a name of this declension and gender in an item of this language.</summary>
    public static EndingFit Fit(Declension declension, Gender gender, ReadOnlySpan<char> ending, string? language)
    {
        if (!Lookup.TryGetValue(ending, out var uses)) return EndingFit.None;
        var best = EndingFit.None;
        foreach (var (row, fit) in uses)
        {
            if (row.Declension != declension || fit <= best) continue;
            if (row.Gender != Gender.Unknown && gender != Gender.Unknown && row.Gender != gender) continue;
            if (IsOf(row, language)) best = fit;
        }

        return best;
    }

    /// <summary>Whether any name has this ending in an item of this language.</summary>
    public static bool Has(ReadOnlySpan<char> ending, string? language)
    {
        if (!Lookup.TryGetValue(ending, out var uses)) return false;
        foreach (var use in uses)
            if (IsOf(use.Row, language)) return true;
        return false;
    }

    private static bool IsOf(Row row, string? language) => row.Language is null || (language is not null && language.StartsWith(row.Language, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, Use[]> Build()
    {
        var all = new Dictionary<string, List<Use>>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            foreach (var ending in row.Nominative.Split(' ')) Put(ending, new Use(row, EndingFit.Nominative));
            foreach (var ending in row.Oblique.Split(' ')) Put(ending, new Use(row, EndingFit.Oblique));
            foreach (var ending in row.Nominative.Split(' '))
                if (ending is "-" || !Letters.IsCyrillic(ending[0]))
                    foreach (var s in Possessives) Put((ending is "-" ? "" : ending) + s, new Use(row, EndingFit.Oblique));
        }

        return all.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);

        void Put(string ending, Use use)
        {
            ending = ending is "-" ? "" : ending;
            if (!all.TryGetValue(ending, out var uses)) all[ending] = uses = [];
            if (!uses.Exists(known => known.Row == use.Row)) uses.Add(use);
        }
    }
}
