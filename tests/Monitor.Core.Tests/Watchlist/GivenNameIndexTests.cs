using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Tests.Watchlist;

public sealed class GivenNameIndexTests
{
    [Theory]
    [InlineData("Siarhei", "Сергея")]
    [InlineData("Siarhei", "Serhijus")]
    [InlineData("Siarhei", "Siarhiejem")]
    [InlineData("Mikalai", "Николаю")]
    [InlineData("Mikalai", "Mikola")]
    [InlineData("Uladzimir", "Володимира")]
    [InlineData("Uladzimir", "Uładź")]
    [InlineData("Maria", "Марыі")]
    [InlineData("Maria", "Maryję")]
    [InlineData("Yauhen", "Евгением")]
    [InlineData("Dzmitry", "Дмитрия")]
    public void A_given_name_is_known_in_another_language_and_case(string name, string printed) =>
        Assert.NotEmpty(GivenNameIndex.Common.GroupsOf(name).Intersect(GivenNameIndex.Common.GroupsOf(printed)));

    [Theory]
    [InlineData("Maria", "Marina")]
    [InlineData("Ales", "Алексей")]
    [InlineData("Viktar", "Виктория")]
    [InlineData("Ivan", "Игорь")]
    public void Names_that_look_alike_stay_apart(string name, string printed) =>
        Assert.Empty(GivenNameIndex.Common.GroupsOf(name).Intersect(GivenNameIndex.Common.GroupsOf(printed)));

    [Fact]
    public void Ales_may_be_Aliaksandr_but_is_not_simply_he()
    {
        var ales = Assert.Single(GivenNameIndex.Common.GroupsOf("Алесь"));
        Assert.Contains(GivenNameIndex.Common.GroupsOf("Александр"), other => GivenNameIndex.Common.Relation(ales, other) == GivenRelation.MayBe);
    }

    [Theory]
    [InlineData("Uladzimir", 'В', true)]
    [InlineData("Uladzimir", 'U', true)]
    [InlineData("Siarhei", 'С', true)]
    [InlineData("Siarhei", 'М', false)]
    public void An_initial_fits_the_name_in_any_script(string name, char initial, bool fits) =>
        Assert.Equal(fits, GivenNameIndex.Common.CanBegin(GivenNameIndex.Common.GroupsOf(name)[0], initial));
}
