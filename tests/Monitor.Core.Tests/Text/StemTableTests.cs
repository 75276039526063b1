using System.Text;
using Monitor.Core.Text;
using Monitor.Core.Text.Stems;

namespace Monitor.Core.Tests.Text;

public sealed class StemTableTests
{
    private const string Letters = "aeilnorstuабвиклнорстіў'\u00AD\u0301’éčšß";

    private static readonly StemTable Table = new([(1, "prison sanction"), (2, "=us ^eu"), (4, "тюрьм турм"), (8, "incommunicado")]);

    [Theory]
    [InlineData("Prisoners", 1)]
    [InlineData("pri\u00ADson", 1)]
    [InlineData("priso", 0)]
    [InlineData("us", 2)]
    [InlineData("use", 0)]
    [InlineData("EU", 2)]
    [InlineData("eu", 0)]
    [InlineData("Турмы", 4)]
    [InlineData("incommunicados", 8)]
    [InlineData("incommunicable", 0)]
    public void A_word_has_the_tags_of_the_stems_it_begins_with(string word, int tags)
    {
        Assert.Equal(tags, Table.TagsOfPrinted(word));
        Assert.Equal(tags == 0 ? [] : [tags], TagsIn($"so {word} – a"));
    }

    [Fact]
    public void No_word_is_turned_away_that_begins_like_a_stem()
    {
        var random = new Random(20251213);
        var stems = Enumerable.Range(0, 300).Select(_ => Folding.Fold(Word(random, 3, 11))).Where(s => s.Length > 2).Distinct(StringComparer.Ordinal).ToList();
        var table = new StemTable([(1, string.Join(' ', stems))]);
        var known = 0;
        for (var n = 0; n < 100_000; n++)
        {
            // Every other word is made from a stem, so that many are known.
            var word = n % 2 == 0 ? Word(random, 1, 14) : stems[random.Next(stems.Count)] + Word(random, 1, 3);
            var begins = stems.Exists(s => Folding.Fold(word).StartsWith(s, StringComparison.Ordinal));
            known += begins ? 1 : 0;
            Assert.True(begins == (table.TagsOfPrinted(word) != 0), word);
        }

        Assert.InRange(known, 50_000, 99_000);
    }

    [Theory]
    [InlineData("tut.by")]
    [InlineData("mi-6")]
    [InlineData("ленін’скі")]
    [InlineData("ħamrun")]
    public void A_text_that_ends_within_a_stem_is_not_read_past_its_end(string stem)
    {
        var table = new StemTable([(1, stem)]);
        for (var length = 1; length < stem.Length; length++) Assert.Equal(0, table.TagsOfPrinted(stem.AsSpan(0, length)));
    }

    private static List<int> TagsIn(string text)
    {
        var found = new List<int>();
        foreach (var tags in Table.In(text)) found.Add(tags);
        return found;
    }

    private static string Word(Random random, int shortest, int longest)
    {
        var word = new StringBuilder();
        for (var length = random.Next(shortest, longest + 1); word.Length < length;) word.Append(Letters[random.Next(Letters.Length)]);
        return word.ToString();
    }
}
