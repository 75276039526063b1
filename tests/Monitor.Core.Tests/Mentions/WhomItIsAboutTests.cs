using Monitor.Core.Mentions;
using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Mentions;

public sealed class WhomItIsAboutTests
{
    [Theory]
    [InlineData("Dejan Latypov scored twice for the club.")]
    [InlineData("Алина Латыпова рассказала о колонии в Беларуси.")]
    [InlineData("Сын политика Эдуард Латыпов остаётся в колонии в Беларуси.")]
    public void Another_given_name_is_another_person(string text)
    {
        var result = Given.Persons("Stsiapan Latypau").Find(Given.Item(text));
        Assert.Empty(result.Mentions);
    }

    [Fact]
    public void A_namesake_in_another_country_and_another_walk_of_life_is_not_ours()
    {
        var finder = Given.Persons("Maryna Kuznetsova");
        var result = finder.Find(Given.Item("Marina Kuznetsova of Bishkek won the chess league and coaches at home in Kyrgyzstan.", "en"));
        Assert.Empty(result.Mentions);
        Assert.Contains("namesake", Assert.Single(result.NearMisses).Why, StringComparison.Ordinal);
        Assert.Single(finder.Subjects("Marina Kuznetsova was moved to a penal colony near Homel.", "en"));
    }

    [Theory]
    [InlineData("Зайцев бояться не надо. Мороз усилится к ночи в Беларуси, арестов не ждут.")]
    [InlineData("Мороз ударил по Минску, колония в снегу.")]
    [InlineData("ночью мороз, в тюрьме холодно, Беларусь ждёт тепла.")]
    public void A_surname_that_is_a_word_is_no_name_at_the_head_of_a_sentence(string text) => Assert.Empty(Given.Persons("Yauhen Maroz").Subjects(text, "ru"));

    [Theory]
    [InlineData("en", "The club released Kolesnikova on Friday, and she is free to sign elsewhere.")]
    [InlineData("ru", "Клуб освободил Колесникову от контракта досрочно.")]
    [InlineData("uk", "Тренера звільнили, Колеснікова відпустили в оренду.")]
    [InlineData("es", "Kolesnikova libera una plaza en el cuadro.")]
    public void To_be_let_go_is_no_prison_for_a_surname_that_many_bear(string language, string text) => Assert.Empty(Given.Persons("Maryia Kalesnikava").Subjects(text, language));

    [Theory]
    [InlineData("en", "Kolesnikova was moved to another penal colony on Friday.")]
    [InlineData("ru", "Колесникову освободили из колонии.")]
    public void A_word_of_prison_is_reason_enough(string language, string text) => Assert.Single(Given.Persons("Maryia Kalesnikava").Subjects(text, language));

    [Fact]
    public void The_full_name_elsewhere_in_the_item_is_reason_enough()
    {
        var result = Given.Persons("Yauhen Maroz").Find(Given.Item("Евгения Мороза этапировали в колонию. Мороз просил о враче.", "ru"));
        Assert.Equal(2, result.Mentions.Count);
    }

    [Fact]
    public void Two_persons_of_one_name_are_said_to_be_two_and_not_guessed()
    {
        var finder = new MentionFinder([new Person { Id = "one", Name = "Ivan Latypau" }, new Person { Id = "two", Name = "Ivan Latypau" }]);
        var result = finder.Find(Given.Item("Иван Латыпов вышел из колонии в Беларуси.", "ru"));
        Assert.Empty(result.Mentions);
        var miss = Assert.Single(result.NearMisses);
        Assert.True(miss.Ambiguous);
        Assert.Equal(["one", "two"], miss.Candidates);
    }

    [Fact]
    public void Of_two_with_one_surname_the_given_name_decides()
    {
        var finder = new MentionFinder([new Person { Id = "ales", Name = "Ales Latypau" }, new Person { Id = "aliaksandr", Name = "Aliaksandr Latypau" }]);
        Assert.Equal(["ales"], finder.Subjects("Алесь Латыпаў у калоніі.", "be"));
        Assert.Equal(["aliaksandr"], finder.Subjects("Александр Латыпов в колонии.", "ru"));
        Assert.True(Assert.Single(finder.Find(Given.Item("Латыпов в колонии в Беларуси.", "ru")).NearMisses).Ambiguous);
    }

    [Fact]
    public void A_husband_called_by_his_given_name_is_seen_beside_his_wife()
    {
        var finder = Given.Persons("Siarhei Kaneuski");
        Assert.Single(finder.Subjects("Татьяна Каневская рассказала о Минске: её муж Сергей в колонии.", "ru"));
        Assert.Empty(finder.Subjects("Татьяна Каневская рассказала о Минске и колонии, Сергей Иванов слушал.", "ru"));
    }

    [Fact]
    public void A_surname_without_any_reason_is_a_near_miss_with_its_reason()
    {
        var result = Given.Persons("Stsiapan Latypau").Find(Given.Item("В мастерской Латыпов чинит часы.", "ru"));
        Assert.Empty(result.Mentions);
        Assert.NotEmpty(Assert.Single(result.NearMisses).Why);
    }

    [Fact]
    public void Offsets_count_over_title_and_text_together()
    {
        var item = Given.Item("Сегодня Степан Латыпов вышел из колонии.", "ru", title: "Латыпов на свободе, Беларусь");
        foreach (var mention in Given.Persons("Stsiapan Latypau").Find(item).Mentions)
            Assert.Equal(mention.Surface, item.Whole[mention.Start..mention.End]);
    }
}
