using Monitor.Core.Text;

namespace Monitor.Core.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Kaleśnikavaj", "kalesnikavaj")]
    [InlineData("ŁUKASZENKĘ", "lukaszenke")]
    [InlineData("Бяля́цкі", "бяляцкі")]
    [InlineData("палі\u00ADтвязень", "палітвязень")]
    [InlineData("в’язні", "в'язні")]
    [InlineData("Йордан", "йордан")]
    public void Folding_keeps_letters_and_drops_what_is_only_drawn_on_them(string word, string folded) => Assert.Equal(folded, Folding.Fold(word));

    /// <summary>With InvariantGlobalization, Normalize does nothing on Cyrillic and this fails: a decomposed й or ў would be lost.</summary>
    [Fact]
    public void Normalisation_of_Cyrillic_works_on_this_runtime()
    {
        Assert.Equal("Цихановский", Folding.Repair("Цихановскии\u0306"));
        Assert.Equal("Ціханоўскі", Folding.Repair("Ціханоу\u0306скі"));
    }

    [Fact]
    public void Latin_letters_inside_a_Cyrillic_word_are_put_right() => Assert.Equal("Бабарико", Folding.Repair("Бaбapикo"));

    [Fact]
    public void A_word_of_one_alphabet_is_left_alone()
    {
        Assert.False(Folding.NeedsRepair("Kolesnikova"));
        Assert.False(Folding.NeedsRepair("Колесникова"));
        Assert.True(Folding.NeedsRepair("Kолесникова"));
    }
}
