using Monitor.Core.Watchlist;
using Monitor.Core.Watchlist.NameForms;

namespace Monitor.Core.Tests.Watchlist;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Ales Latypau", "Ales", "Latypau", false)]
    [InlineData("Латыпов Алесь", "Алесь", "Латыпов", false)]
    [InlineData("Yamada Kenji", "Yamada", "Kenji", true)]
    [InlineData("Kazuo Ivanou", "Kazuo", "Ivanou", false)]
    [InlineData("Мария Сергеевна Ким", "Мария", "Ким", false)]
    [InlineData("Pele", null, "Pele", false)]
    public void A_name_falls_into_given_name_and_surname(string name, string? given, string surname, bool orderUnknown)
    {
        var parsed = PersonName.Parse(name, Gender.Unknown, word => GivenNameIndex.Common.GroupsOfListed(word).Count > 0 ? Gender.M : null);
        Assert.NotNull(parsed);
        Assert.Equal((given, surname, orderUnknown), (parsed.Given, parsed.Surnames[^1], parsed.OrderUnknown));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("123")]
    public void What_has_no_letters_is_no_name(string name) => Assert.Null(PersonName.Parse(name, Gender.Unknown, _ => null));
}
