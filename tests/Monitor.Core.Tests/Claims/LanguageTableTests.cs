using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Tests.Claims;

/// <summary>A language is added by its table alone: senses, lists of single words, and the traits of its grammar.</summary>
public sealed class LanguageTableTests
{
    [Fact]
    public void A_table_tells_the_grammar_and_the_single_words_of_its_language()
    {
        var lexicon = Of("[grammar]\ndrops-pronouns, owner-stands-first\n[condition]\nse, če\n[oblique-end]\nom");
        Assert.True(lexicon.Has(Trait.DropsPronouns));
        Assert.False(lexicon.Has(Trait.NounsHaveCapitals));
        Assert.True(lexicon.Lists(Cue.Condition, "ce"));
        Assert.False(lexicon.Lists(Cue.Condition, "ces"));
        Assert.True(lexicon.ListsEndOf(Cue.ObliqueEnd, "bratom"));
        Assert.False(lexicon.ListsEndOf(Cue.ObliqueEnd, "brat"));
    }

    [Theory]
    [InlineData("[released verb]\nfrees\n[relesed verb]\nfreed", "line 3")]
    [InlineData("[grammar]\ndrops-pronouns\nhas-wings", "line 3")]
    [InlineData("frees\n[not]\nno", "line 1")]
    public void What_no_sense_or_trait_is_known_for_is_refused_with_its_line(string table, string line) =>
        Assert.Contains(line, Assert.Throws<FormatException>(() => Of(table)).Message, StringComparison.Ordinal);

    private static Lexicon Of(string table) => new("xx", LexiconFile.Read("xx", table));
}
