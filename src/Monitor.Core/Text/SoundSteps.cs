namespace Monitor.Core.Text;

/// <summary>
/// Builds the table behind <see cref="SoundKey"/>: what <see cref="SoundReader"/> learns by looking ahead and back is kept here as the
/// state after each letter. Only what changes a consonant's class is kept; the reader's other findings do not reach a key.
/// </summary>
internal static class SoundSteps
{
    public const uint End = 0;

    private const int VowelColumn = 1, LatinU = 2, YodColumn = 3, LatinJ = 4, SoftColumn = 5, IgnoredColumn = 6, ApostropheColumn = 7, FirstConsonant = 8;

    /// <summary>The consonants' columns: those that begin groups, or merge in their own way, stand alone; of the others there is one a class.</summary>
    private static readonly byte[] ConsonantColumns =
    [
        Letters.B, Letters.P, Letters.V, Letters.G, Letters.H, Letters.K, Letters.D, Letters.T, Letters.LatinS, Letters.LatinZ, Letters.LatinC,
        Letters.CyrillicS, Letters.CyrillicZ, Letters.CyrillicG, Letters.L, Letters.M, Letters.N, Letters.R, Letters.F, Letters.X,
    ];

    /// <summary>
    /// What is known behind a letter. <paramref name="Waiting"/>: letters not yet told, because they depend on the next ("s" may be sh);
    /// <paramref name="Last"/>: the class before, as far as a consonant may still run into it; <paramref name="AfterS"/>: it follows a sibilant (or ch) directly.
    /// </summary>
    private readonly record struct State(string Waiting, bool Vowel, byte Last, bool AfterS, bool Begun);

    public static byte[] ColumnsOfLetters()
    {
        var columns = new byte[Letters.Limit];
        for (var c = 0; c < columns.Length; c++) columns[c] = (byte)ColumnOf((char)c);
        return columns;
    }

    public static uint Beyond(char c) => Letters.IsApostrophe(c) ? ApostropheColumn : Letters.CodeOf(c) == Letters.None ? End : IgnoredColumn;

    public static uint[] Table()
    {
        var states = new List<State> { new("", false, Consonants.None, false, false) };
        var ids = new Dictionary<State, int> { [states[0]] = 0 };
        var steps = new List<uint>();
        for (var id = 0; id < states.Count; id++)
        {
            for (var column = 0; column < SoundKey.Columns; column++)
            {
                var letter = LetterOf(column);
                if (letter < 0)
                {
                    steps.Add(0);
                    continue;
                }

                var (next, edit) = new Stepper(states[id]).Step(column, (byte)letter);
                if (!ids.TryGetValue(next, out var nextId))
                {
                    ids[next] = nextId = states.Count;
                    states.Add(next);
                }

                steps.Add((uint)nextId | ((uint)edit.Back << SoundKey.StateBits) | ((uint)edit.Added << (SoundKey.StateBits + SoundKey.BackBits)) | ((uint)edit.Classes << (SoundKey.StateBits + SoundKey.BackBits + SoundKey.AddBits)));
            }
        }

        return [.. steps];
    }

    private static int ColumnOf(char c)
    {
        var code = Letters.CodeOf(c);
        if (code == Letters.None) return (int)End;
        if (Letters.IsApostrophe(c)) return ApostropheColumn;
        if (code == VowelSlot.U && c is 'u' or 'U') return LatinU;
        if (code == Letters.Yod) return c is 'j' or 'J' ? LatinJ : YodColumn;
        if (code is Letters.Soft or Letters.Ignored) return code == Letters.Soft ? SoftColumn : IgnoredColumn;
        if (code < Letters.FirstConsonant) return VowelColumn;
        var own = Array.IndexOf(ConsonantColumns, code);
        if (own >= 0) return FirstConsonant + own;
        if (code == Letters.ShortU) return FirstConsonant + Array.IndexOf(ConsonantColumns, Letters.V);
        var like = Letters.MeaningOf(code).Class == Consonants.S ? Letters.CyrillicS : Letters.CyrillicG;
        return FirstConsonant + Array.IndexOf(ConsonantColumns, like);
    }

    /// <summary>A letter code that stands for the column, or -1 for one that is not used.</summary>
    private static int LetterOf(int column) => column switch
    {
        (int)End => Letters.None,
        VowelColumn => VowelSlot.A,
        LatinU => VowelSlot.U,
        YodColumn or LatinJ => Letters.Yod,
        SoftColumn or ApostropheColumn => Letters.Soft,
        IgnoredColumn => Letters.Ignored,
        _ => column - FirstConsonant < ConsonantColumns.Length ? ConsonantColumns[column - FirstConsonant] : -1,
    };

    /// <summary>One letter's step from one state, and what it does to the key.</summary>
    private sealed class Stepper(State from)
    {
        private bool vowel = from.Vowel;
        private byte last = from.Last;
        private bool afterS = from.AfterS;
        private bool begun = from.Begun;
        private string waiting = "";
        private (int Back, int Added, int Classes) edit;

        public (State Next, (int Back, int Added, int Classes) Edit) Step(int column, byte code)
        {
            if (!TakesPartInWaiting(column, code)) Take(column, code);
            // Behind a vowel nothing runs into the consonant before it.
            var bound = !vowel && begun;
            return (new State(waiting, vowel, bound ? last : Consonants.None, bound && afterS, begun), edit);
        }

        /// <summary>Settles the letters that waited for this one; true where this one is part of their group.</summary>
        private bool TakesPartInWaiting(int column, byte code)
        {
            switch (from.Waiting)
            {
                case "": return false;
                case "u":
                    if (column is (int)End or ApostropheColumn) Emit(Consonants.V);
                    return false;
                case "v":
                    if (code is Letters.Ignored or Letters.LatinS) waiting = code == Letters.Ignored ? "v" : "vs";
                    else if (code >= Letters.FirstConsonant) vowel = true;
                    else Emit(Consonants.V);
                    return waiting.Length > 0;
                case "vs":
                    if (column is (int)End or ApostropheColumn) Emit(Consonants.V);
                    else vowel = true;
                    return SettleSibilant(code);
                case "s": return SettleSibilant(code);
                case "sc":
                    Emit(Consonants.S);
                    return code == Letters.H || SettleC(code);
                case "c": return SettleC(code);
                case "z":
                    Emit(Consonants.S, z: code != Letters.H);
                    return code is Letters.H or Letters.Yod;
                case "t" when column == LatinJ:
                    Emit(Consonants.S);
                    return true;
                case "p":
                    Emit(code == Letters.H ? Consonants.F : Consonants.P);
                    return code == Letters.H;
                case "k":
                    Emit(code == Letters.H ? Consonants.G : Consonants.K);
                    return code == Letters.H;
                default:
                    Emit(from.Waiting == "t" ? Consonants.T : Consonants.G);
                    return code == Letters.H;
            }
        }

        private bool SettleSibilant(byte code)
        {
            if (code == Letters.LatinC) waiting = "sc";
            else Emit(Consonants.S);
            return code is Letters.LatinC or Letters.H or Letters.LatinZ or Letters.Yod;
        }

        private bool SettleC(byte code)
        {
            Emit(code == Letters.H ? Consonants.Ch : Consonants.S);
            return code is Letters.H or Letters.LatinZ or Letters.LatinS;
        }

        private void Take(int column, byte code)
        {
            if (column == LatinU && vowel) waiting = "u";
            else if (code is > 0 and < Letters.Soft) vowel = true;
            else if (code == Letters.X) EmitX();
            else if (code >= Letters.FirstConsonant && (code == Letters.V || LetterGroups.MayBegin(code))) waiting = Name(code);
            else if (code >= Letters.FirstConsonant) Emit(Letters.MeaningOf(code).Class, z: code == Letters.CyrillicZ);
        }

        private static string Name(byte code) => code switch
        {
            Letters.V => "v",
            Letters.LatinC => "c",
            Letters.LatinS => "s",
            Letters.LatinZ => "z",
            Letters.K => "k",
            Letters.G => "g",
            Letters.H => "h",
            Letters.P => "p",
            _ => "t",
        };

        private void EmitX()
        {
            Emit(Consonants.K);
            Append(Consonants.S);
            (afterS, last) = (false, Consonants.S);
        }

        /// <summary>A consonant is heard: it runs into the one before it (see <see cref="LetterGroups.Merge"/>) or is added.</summary>
        private void Emit(byte cls, bool z = false)
        {
            if (!vowel && begun && Merged(cls, z) is var merged and not Consonants.None)
            {
                if (merged != last) Replace(merged);
                if (merged == Consonants.S && afterS) TakeBack();
                last = merged;
            }
            else
            {
                if (!begun && vowel) Append(Consonants.InitialVowel);
                afterS = !vowel && begun && last is Consonants.S or Consonants.Ch;
                Append(cls);
                last = cls;
            }

            (begun, vowel) = (true, false);
        }

        private byte Merged(byte cls, bool z)
        {
            if (last == Consonants.T && cls is Consonants.S or Consonants.Ch) return Consonants.S;
            if (last == Consonants.D && cls == Consonants.S) return Consonants.D;
            if (last == Consonants.R && z) return Consonants.R;
            if (last == Consonants.S && cls == Consonants.Ch) return Consonants.S;
            return last == cls ? cls : Consonants.None;
        }

        private void Append(byte cls) => edit = (edit.Back, edit.Added + 1, (edit.Classes << 4) | cls);

        private void Replace(byte cls)
        {
            if (edit.Added == 0) edit = (edit.Back + 1, 1, cls);
            else edit.Classes = (edit.Classes & ~15) | cls;
        }

        private void TakeBack()
        {
            if (edit.Added == 0) edit.Back++;
            else edit = (edit.Back, edit.Added - 1, edit.Classes >> 4);
            Replace(Consonants.S);
            afterS = false;
        }
    }
}
