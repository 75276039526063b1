using Monitor.Core.Items;

namespace Monitor.Core.Tests.Items;

public sealed class TextPrintTests
{
    private const string Lead = "The ferry between the two banks of the lake stopped running on Friday after its hull was found to leak in three places.";
    private const string Second = "The mayor of the small town said that repairs would take until the end of March and that a bus would carry pupils until then.";
    private const string Third = "Fishermen on the eastern shore offered to row people across for free while the weather holds, and a baker sends bread with them.";
    private const string Fourth = "The company that owns the ferry had asked for money twice since 2019, but the council wanted a bridge instead.";

    [Fact]
    public void The_same_text_under_another_title_is_a_copy() => AssertCopy(Text("Ferry stops", Lead, Second, Third, Fourth), Text("Leak ends crossings on the lake", Lead, Second, Third, Fourth));

    [Fact]
    public void A_cut_text_is_a_copy() => AssertCopy(Text("Ferry stops", Lead, Second, Third, Fourth), Text("Ferry stops", Lead, Second));

    [Fact]
    public void A_text_with_a_new_lead_and_its_end_cut_off_is_a_copy() =>
        AssertCopy(Text("Ferry stops", Lead, Second, Third, Fourth), Text("No ferry until spring", "Bad news for the lake reached us this morning.", Second, Third));

    [Fact]
    public void A_teaser_is_a_copy_of_a_very_long_text()
    {
        var rest = Enumerable.Range(1, 120).Select(n => $"In year {1800 + n} the {n}th keeper of lighthouse {n * 7} wrote down {n * 13} ships and {n * 3} storms in his book.");
        AssertCopy(Text("Ferry stops", [Lead, Second, .. rest]), Text("Ferry", Lead, Second));
    }

    [Fact]
    public void Another_report_of_the_same_thing_is_no_copy() => AssertNoCopy(
        Text("Ferry stops", Lead, Second),
        Text("Lake town without a ferry", "Since Friday no ferry has crossed the lake: divers found three holes in the hull.", "Pupils will go by bus until the repairs are finished in late March, as the town hall announced."));

    [Fact]
    public void One_long_quotation_in_common_is_no_copy()
    {
        const string quoted = "\"We will bring every child to school, whatever it costs, and nobody has to walk around the lake,\" she told reporters.";
        AssertNoCopy(Text("Ferry stops", Lead, quoted, Third), Text("Mayor promises a bus", "At a meeting in the fire station people wanted to know how long this can last.", quoted, Fourth));
    }

    [Fact]
    public void White_space_letter_case_and_accents_make_no_other_text() => AssertCopy(Text("Ferry", Lead, Second), Text("FERRY", Lead.ToUpperInvariant(), Second.Replace(" ", "\n ", StringComparison.Ordinal)));

    [Theory]
    [InlineData(
        "Кіраўнік цэнтра «Вясна» Алесь Бяляцкі 13 снежня 2025 года пакінуў турму № 9 у Горках, дзе правёў 1614 дзён. У Вільні яго сустрэла жонка Наталля Пінчук. З ім у Літву прыехалі Марыя Калеснікава і Максім Знак, усяго вызвалілі 123 чалавекі.")]
    [InlineData(
        "Szef centrum Wiasna Aleś Bialacki opuścił 13 grudnia 2025 roku więzienie nr 9 w Horkach, gdzie spędził 1614 dni. W Wilnie spotkała go żona Natalia Pinczuk. Razem z nim na Litwę przyjechali Maryja Kalesnikawa i Maksim Znak, w sumie zwolniono 123 osoby.")]
    public void A_translation_keeps_names_and_figures_in_their_order(string translated) => AssertCopy(
        Text("", "The head of the Viasna centre, Ales Bialiatski, left Prison No. 9 in Horki on 13 December 2025, where he had spent 1,614 days. In Vilnius his wife Natallia Pinchuk met him. With him Maria Kalesnikava and Maksim Znak came to Lithuania; 123 people were freed in all."),
        Text("", translated));

    [Fact]
    public void Short_news_of_one_event_in_two_languages_is_no_translation() => AssertNoCopy(
        Text("Znak freed", "The lawyer Maksim Znak was released from prison in Belarus on Saturday."), Text("Знак на свободе", "Адвокат Максим Знак в субботу вышел из колонии в Беларуси."));

    [Fact]
    public void What_is_stored_reads_back_and_compares_alike()
    {
        var print = TextPrint.Of(Text("Ferry stops", Lead, Second, Third));
        var again = TextPrint.Parse(print.ToString());
        Assert.Equal(print.ToString(), again.ToString());
        Assert.True(again.IsCopyOf(TextPrint.Of(Text("Other title", Lead, Second, Third))));
    }

    [Fact]
    public void The_same_words_with_another_year_have_other_figures()
    {
        var last = TextPrint.Of(Text("", "The council extended the measures for another year, until 28 February 2025, as it does every winter."));
        var now = TextPrint.Of(Text("", "The council extended the measures for another year, until 28 February 2026, as it does every winter."));
        Assert.True(now.IsCopyOf(last));
        Assert.False(now.HasFiguresOf(last));
    }

    [Fact]
    public void Nothing_is_no_copy_of_nothing() => AssertNoCopy(Text("", ""), Text("", ""));

    private static void AssertCopy(Item one, Item other)
    {
        Assert.True(TextPrint.Of(one).IsCopyOf(TextPrint.Of(other)));
        Assert.True(TextPrint.Of(other).IsCopyOf(TextPrint.Of(one)));
    }

    private static void AssertNoCopy(Item one, Item other) => Assert.False(TextPrint.Of(one).IsCopyOf(TextPrint.Of(other)));

    private static Item Text(string title, params string[] sentences) => new() { Id = "1", Source = "s", Origin = "o", Title = title, Text = string.Join(' ', sentences) };
}
