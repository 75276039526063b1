using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;
using Monitor.Web;

namespace Monitor.Tests.Web;

public sealed class SubjectSearchTests
{
    private static readonly Subject[] List =
    [
        new Person { Id = "a", Name = "Ales Bialiatski", Names = new Dictionary<string, string> { ["be"] = "Алесь Бяляцкі", ["ru"] = "Алесь Беляцкий" } },
        new Person { Id = "b", Name = "María Kalesnikava", OtherNames = ["Maria K."] },
        new Sanction { Id = "c", Name = "EU sanctions on Belarus", Issuer = "EU", Target = "belarus" },
    ];

    [Theory]
    [InlineData("bialiatski", "a")]
    [InlineData("БЯЛЯЦКІ", "a")]
    [InlineData("беляцк", "a")]
    [InlineData("maria", "b")]
    [InlineData("k.", "b")]
    [InlineData("bela", "ac")]
    [InlineData("al", "ab")]
    [InlineData("Колесникова", "b")]
    [InlineData("kalesnikawa", "b")]
    [InlineData("Maria K", "b")]
    [InlineData("tsikhanouskaya", "")]
    public void A_part_of_any_name_finds_it_by_sound_or_by_letters(string question, string found) =>
        Assert.Equal(found, string.Concat(SubjectSearch.Find(question, new NameSearch(new NameIndex(List)), new NameParts(List)).Order()));
}
