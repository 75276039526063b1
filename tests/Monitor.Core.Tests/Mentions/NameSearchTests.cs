using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

public sealed class NameSearchTests
{
    private static readonly NameSearch Search = new(new NameIndex(
    [
        new Person { Id = "latypau", Name = "Stsiapan Latypau" },
        new Person { Id = "kaneuski", Name = "Siarhei Kaneuski" },
        new Person { Id = "mayorava", Name = "Volha Mayorava" },
        new Sanction { Id = "us-potash", Name = "US potash", Issuer = "US", Target = "potash" },
    ]));

    [Theory]
    [InlineData("Латыпов", "latypau")]
    [InlineData("latypow", "latypau")]
    [InlineData("ольга майорова", "mayorava")]
    [InlineData("Сяргея Канеўскага", "kaneuski")]
    [InlineData("калий", "us-potash")]
    [InlineData("US potash sanctions", "us-potash")]
    public void A_form_of_the_name_is_an_exact_answer(string question, string subject)
    {
        var hit = Search.Search(question)[0];
        Assert.Equal((subject, Closeness.Exact), (hit.Subject, hit.Closeness));
        Assert.NotEmpty(hit.Why);
    }

    [Theory]
    [InlineData("Volha M", "mayorava")]
    [InlineData("Latyp", "latypau")]
    [InlineData("Kanevsk", "kaneuski")]
    public void A_part_or_a_slip_is_a_near_answer(string question, string subject)
    {
        var hit = Search.Search(question)[0];
        Assert.Equal((subject, Closeness.Near), (hit.Subject, hit.Closeness));
    }

    [Theory]
    [InlineData("Каневская")]
    [InlineData("Kaneuskaya")]
    [InlineData("Павел Каневский")]
    public void The_name_of_another_person_is_said_to_be_another_persons(string question) => Assert.All(Search.Search(question), hit => Assert.Equal(Closeness.Different, hit.Closeness));

    [Fact]
    public void Nobody_is_found_for_a_strange_name() => Assert.Empty(Search.Search("Zuckerberg"));
}
