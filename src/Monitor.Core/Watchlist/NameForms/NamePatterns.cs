using Monitor.Core.Text;

namespace Monitor.Core.Watchlist.NameForms;

/// <summary>
/// Makes the patterns of a name's word. What one alphabet cannot tell is kept open here: ts before a front vowel may be Russian t
/// (Tsikhanouski, Tikhanovski), ch may be č or kh, and a stem may lose its last vowel (Seviarynets, Севярынца).
/// </summary>
public static class NamePatterns
{
    private const string FrontLetters = "еиіїюяьєёeiyéíýěęėējćńśź";

    /// <summary>The patterns of a surname (or of a name that stands alone); empty where it has no consonant to hold on to.</summary>
    public static IReadOnlyList<NamePattern> OfSurname(string word, Gender gender) => Of(word, gender, ShapeOfSurname);

    public static IReadOnlyList<NamePattern> OfGiven(string word, Gender gender) => Of(word, gender, ShapeOfGiven);

    /// <summary>True for a surname shape that no other people's names share by chance: -ski, -ov, -ich, -enka and the like.</summary>
    public static bool LooksSlavicSurname(string word)
    {
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(word, 0, units, out _);
        if (count < 2) return false;
        var (declension, _) = ShapeOfSurname(word, units[..count], TrailingOf(word, units[count - 1]), Gender.Unknown);
        if (declension is Declension.Adjective) return units[count - 1].Class == Consonants.K && units[count - 2].Class == Consonants.S;
        var last = units[count - 1];
        if (declension is Declension.Short) return last.Class == Consonants.V;
        return declension switch
        {
            Declension.Consonant => last.Class is Consonants.Ch || (last.Class == Consonants.S && (last.Sounds & Sounds.Ch) != Sounds.None && VowelSlot.NucleusOf(last.Slot) == VowelSlot.I),
            Declension.Noun => last.Class == Consonants.K && count >= 3 && units[count - 2].Class == Consonants.N && last.Slot == VowelSlot.None,
            _ => false,
        };
    }

    private static List<NamePattern> Of(string raw, Gender gender, Shape shape)
    {
        var word = Folding.Repair(raw);
        Span<SoundUnit> units = stackalloc SoundUnit[SoundReader.MaxUnits];
        var count = SoundReader.Read(word, 0, units, out _);
        if (count == 0) return [];
        var trailing = TrailingOf(word, units[count - 1]);
        var (declension, told) = shape(word, units[..count], trailing, gender);
        var patterns = new List<NamePattern> { Pattern(word, units[..count], declension, told, VowelBefore(declension, trailing)) };
        if (declension == Declension.Consonant && told != Gender.F && count > 2 && WithoutLastVowel(word, units[count - 1], units[count - 2]) is { } shorter)
        {
            var read = SoundReader.Read(shorter, 0, units, out _);
            if (read > 0) patterns.Add(Pattern(shorter, units[..read], declension, told, VowelSlot.None) with { ObliqueOnly = true });
        }

        patterns.AddRange(patterns.SelectMany(SoftClusters).ToList());
        patterns.AddRange(patterns.SelectMany(Jotas).ToList());
        return patterns;
    }

    /// <summary>Russian ст before a front vowel is Belarusian сц, one long sibilant in the ear: Степан, Сцяпан; Костюгова, Касцюгова.</summary>
    private static IEnumerable<NamePattern> SoftClusters(NamePattern pattern)
    {
        const int s = 1 << Consonants.S;
        const int t = 1 << Consonants.T;
        for (var i = 0; i < pattern.Units.Length; i++)
        {
            var unit = pattern.Units[i];
            if ((unit.Classes & (s | t)) == (s | t) && (unit.Sounds & (int)Sounds.S) != 0)
            {
                PatternUnit[] apart = [.. pattern.Units[..i], unit with { Classes = s, Sounds = (ushort)Sounds.S }, new PatternUnit(t, (ushort)Sounds.Plain, VowelSlot.None), .. pattern.Units[(i + 1)..]];
                yield return pattern with { Units = apart };
            }
            else if (i > 0 && (unit.Classes & (s | t)) == (s | t) && unit.Slot == VowelSlot.None && (pattern.Units[i - 1].Classes & s) != 0)
            {
                PatternUnit[] together = [.. pattern.Units[..(i - 1)], pattern.Units[i - 1] with { Sounds = (ushort)(pattern.Units[i - 1].Sounds | unit.Sounds) }, .. pattern.Units[(i + 1)..]];
                yield return pattern with { Units = together };
            }
        }
    }

    /// <summary>Spanish writes kh as j, which is read as a vowel elsewhere: Tijanovski, Jodorkovski.</summary>
    private static IEnumerable<NamePattern> Jotas(NamePattern pattern)
    {
        for (var i = 0; i < pattern.Units.Length - 1; i++)
        {
            var (unit, next) = (pattern.Units[i], pattern.Units[i + 1]);
            if ((unit.Sounds & (int)(Sounds.Kh | Sounds.G)) != (int)Sounds.Kh || next.Slot == VowelSlot.None) continue;
            var slot = VowelSlot.Join(VowelSlot.Add(unit.Slot, Letters.Yod), next.Slot);
            yield return pattern with { Units = [.. pattern.Units[..i], next with { Slot = slot }, .. pattern.Units[(i + 2)..]] };
        }
    }

    private delegate (Declension Declension, Gender Gender) Shape(string word, ReadOnlySpan<SoundUnit> units, string trailing, Gender gender);

    private static (Declension, Gender) ShapeOfSurname(string word, ReadOnlySpan<SoundUnit> units, string trailing, Gender gender)
    {
        var last = units[^1];
        var likeSki = last.Class == Consonants.K && last.Slot == VowelSlot.None && units.Length > 1 && units[^2].Class == Consonants.S;
        if (gender != Gender.F && ((likeSki && trailing is "i" or "y" or "ij" or "iy" or "yj" or "ii" or "yi" or "і" or "и" or "ий" or "ій" or "is") || trailing is "ый" or "ий" or "ы" or "y" || (trailing is "ой" && likeSki))) return (Declension.Adjective, Gender.M);
        if (gender != Gender.M && ((likeSki && trailing is "a" or "а") || trailing is "ая" or "яя" or "aya" or "aia" or "aja")) return (Declension.Adjective, Gender.F);
        var shortStem = last.Class == Consonants.V && last.Slot != VowelSlot.None;
        var likeIn = last.Class == Consonants.N && last.Slot == VowelSlot.I && units.Length > 1;
        if ((shortStem || likeIn) && trailing.Length == 0 && gender != Gender.F) return (Declension.Short, Gender.M);
        if (trailing is "a" or "а" && ((shortStem && gender != Gender.M) || (likeIn && gender == Gender.F))) return (Declension.Short, Gender.F);
        return ByTrailing(trailing, gender);
    }

    private static (Declension, Gender) ShapeOfGiven(string word, ReadOnlySpan<SoundUnit> units, string trailing, Gender gender) =>
        gender != Gender.F && trailing is "i" or "y" or "ий" or "ы" or "і" or "и" or "ij" or "iy" or "ii" or "ій" ? (Declension.Yod, gender) : ByTrailing(trailing, gender);

    private static (Declension, Gender) ByTrailing(string trailing, Gender gender)
    {
        if (trailing is "" or "ь") return (Declension.Consonant, gender);
        if (trailing is "a" or "o" or "а" or "о") return (Declension.Noun, gender);
        if (trailing.Length > 1 && trailing[^1] is 'i' or 'y' or 'j' or 'й' && gender != Gender.F && Letters.CodeOf(trailing[^2]) is VowelSlot.A or VowelSlot.E or VowelSlot.O or VowelSlot.Ia or VowelSlot.U) return (Declension.Yod, gender);
        if (trailing[^1] is 'я' || (trailing.Length > 1 && trailing[^1] == 'a' && trailing[^2] is 'i' or 'y' or 'j')) return (Declension.SoftNoun, gender);
        return (Declension.Fixed, gender);
    }

    private static byte VowelBefore(Declension declension, string trailing)
    {
        var kept = declension switch
        {
            Declension.Yod => trailing.Length > 1 ? trailing[..1] == "i" && trailing.Length > 2 ? trailing[..2] : trailing[..1] : "",
            Declension.Fixed => trailing,
            _ => "",
        };
        byte slot = VowelSlot.None;
        foreach (var c in kept)
            if (Letters.CodeOf(c) is var code and < Letters.Soft and not Letters.None) slot = VowelSlot.Add(slot, code == Letters.Yod ? VowelSlot.I : code);
        return declension == Declension.Yod && slot == VowelSlot.I ? VowelSlot.None : slot;
    }

    private static NamePattern Pattern(string word, ReadOnlySpan<SoundUnit> units, Declension declension, Gender gender, byte vowel)
    {
        var open = new PatternUnit[units.Length];
        for (var i = 0; i < units.Length; i++) open[i] = Open(units[i], word, declension, isLast: i == units.Length - 1);
        return new NamePattern(word, open, declension, gender, vowel, ObliqueOnly: false);
    }

    /// <summary>Everything that the printed sound can be in another language.</summary>
    private static PatternUnit Open(SoundUnit unit, string word, Declension declension, bool isLast)
    {
        var classes = 1 << unit.Class;
        var sounds = unit.Sounds;
        var next = unit.End < word.Length ? char.ToLowerInvariant(word[unit.End]) : '\0';
        var front = next != '\0' && FrontLetters.Contains(next, StringComparison.Ordinal);
        if (unit.Class == Consonants.T && front) { classes |= 1 << Consonants.S; sounds |= Sounds.C; }
        if (unit.Class == Consonants.S && front && (sounds & Sounds.C) != Sounds.None) { classes |= 1 << Consonants.T; sounds |= Sounds.Plain; }
        if (unit.Class == Consonants.S && (sounds & (Sounds.Ch | Sounds.Sh)) != Sounds.None) classes |= 1 << Consonants.Ch;
        if (unit.Class == Consonants.G && (sounds & Sounds.Kh) != Sounds.None) { classes |= 1 << Consonants.Ch; }
        if (unit.Class == Consonants.Ch) classes |= (1 << Consonants.S) | (1 << Consonants.G);
        if (isLast && unit.Class == Consonants.T && declension is Declension.Consonant or Declension.Noun) { classes |= 1 << Consonants.S; sounds |= Sounds.C; }
        if (isLast && declension == Declension.Noun && unit.Class is Consonants.K or Consonants.G)
        {
            classes |= (1 << Consonants.S) | PatternFit.AlternationMark;
            sounds |= unit.Class == Consonants.K ? Sounds.C : Sounds.Z | Sounds.S;
        }

        return new PatternUnit((ushort)classes, (ushort)sounds, unit.Slot);
    }

    private static string TrailingOf(string word, SoundUnit last) => Folding.Fold(word[Math.Min(last.End, word.Length)..]);

    /// <summary>-ец, -ок, -ets, -ak lose their vowel when an ending follows; the word without it, or null.</summary>
    private static string? WithoutLastVowel(string word, SoundUnit last, SoundUnit before)
    {
        var flees = (last.Class == Consonants.S && (last.Sounds & Sounds.C) != Sounds.None && VowelSlot.NucleusOf(last.Slot) == VowelSlot.E)
            || (last.Class is Consonants.K or Consonants.L && VowelSlot.NucleusOf(last.Slot) is VowelSlot.O or VowelSlot.E or VowelSlot.Io);
        if (!flees || last.Slot != VowelSlot.NucleusOf(last.Slot)) return null;
        var rest = before.End;
        while (rest < word.Length && Letters.CodeOf(word[rest]) < Letters.FirstConsonant) rest++;
        return string.Concat(word.AsSpan(0, before.End), word.AsSpan(rest));
    }
}
