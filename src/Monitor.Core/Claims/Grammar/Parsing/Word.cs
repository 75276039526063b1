using System.Runtime.InteropServices;

namespace Monitor.Core.Claims.Grammar.Parsing;

/// <summary>A word, number or mark of a sentence: where it stands in the item's text, and how it is compared (see <see cref="Languages.Folding"/>).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Word(int Start, int End, string Folded, bool Capital)
{
    public bool IsMark => Folded.Length > 0 && !char.IsLetterOrDigit(Folded[0]);
}
