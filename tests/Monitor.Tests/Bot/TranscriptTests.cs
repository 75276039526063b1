using Xunit.Abstractions;

namespace Monitor.Tests.Bot;

/// <summary>What a newcomer asks, to be read as they would read it: the transcript is in the test's output. What must be true of it is asserted.</summary>
public sealed class TranscriptTests(ITestOutputHelper output)
{
    private const long Mother = 5_000_000_101;
    private const string Site = "--Site:PublicBaseUrl=https://monitor.example";

    [Theory]
    [InlineData("en", "You now follow all changes", "/forget erases", "RSS needs no account")]
    [InlineData("be", "Цяпер вы атрымліваеце ўсе змены", "/forget адразу сцірае", "без уліковага запісу")]
    [InlineData("ru", "Теперь вы получаете все изменения", "/forget сразу стирает", "без учётной записи")]
    public async Task The_first_answer_says_what_is_followed_and_stored_and_how_to_undo_it(string language, string follows, string undo, string rss)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        var answer = await house.AskAsync(Mother, "/start", language);
        Assert.Contains(follows, answer, StringComparison.Ordinal);
        Assert.Contains(undo, answer, StringComparison.Ordinal);
        Assert.Contains(rss, answer, StringComparison.Ordinal);
        Assert.Contains("https://monitor.example/feed.rss", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bialiatski", "en", "Ales Bialiatski: free, since 13 December 2025, taken to Lithuania. Confirmed.")]
    [InlineData("Is Ales Bialiatski free?", "en", "Ales Bialiatski: free, since 13 December 2025, taken to Lithuania. Confirmed.")]
    [InlineData("Бяляцкага", "be", "Алесь Бяляцкі: на свабодзе, з 13 снежня 2025, вывезлі за мяжу: Літва. Пацверджана.")]
    [InlineData("Колесникова", "ru", "Мария Колесникова: на свободе, с 13 декабря 2025, вывезли за границу: Украина. Подтверждено.")]
    [InlineData("kalesnikava", "be", "Марыя Калеснікава: на свабодзе, з 13 снежня 2025, вывезлі за мяжу: Украіна. Пацверджана.")]
    [InlineData("Stefanovich", "en", "Valiantsin Stefanovich: free, since 13 December 2025 — reported by one origin, not yet confirmed.")]
    [InlineData("Стефанович", "ru", "Валентин Стефанович: на свободе, с 13 декабря 2025 — сообщил один источник, пока не подтверждено.")]
    [InlineData("Стэфановіч дзе ён?", "be", "Валянцін Стэфановіч: на свабодзе, з 13 снежня 2025 — паведаміла адна крыніца, пакуль не пацверджана.")]
    [InlineData("а где сейчас Стефанович", "ru", "Валентин Стефанович: на свободе, с 13 декабря 2025 — сообщил один источник, пока не подтверждено.")]
    [InlineData("where is Stefanovich now, please", "en", "Valiantsin Stefanovich: free, since 13 December 2025 — reported by one origin, not yet confirmed.")]
    [InlineData("Тихановский", "ru", "Сергей Тихановский: на свободе, с июня 2025. Подтверждено.")]
    [InlineData("potash", "en", "US sanctions on Belarusian potash: lifting announced, not yet in force, since 13 December 2025. Confirmed.")]
    [InlineData("калий", "ru", "Санкции США против белорусского калия: объявлено снятие, ещё не вступило в силу, с 13 декабря 2025. Подтверждено.")]
    [InlineData("Belavia", "be", "Санкцыі ЗША супраць «Белавія»: зняты, з верасня 2025 — паведаміла адна крыніца, пакуль не пацверджана.")]
    public async Task One_hit_is_answered_in_one_sentence_with_its_standing(string question, string language, string sentence)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        var answer = await house.AskAsync(Mother, question, language);
        Assert.Contains(sentence, answer.Split('\n'), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("Tsikhanouskaya", "en", "Nobody called “Tsikhanouskaya” is on the list as a prisoner", "different persons", "Siarhei Tsikhanouski")]
    [InlineData("Ціханоўская", "be", "Нікога з імем «Ціханоўская» няма ў спісе зняволеных", "іншыя людзі", "Сяргей Ціханоўскі")]
    [InlineData("Тихановская", "ru", "Никого с именем «Тихановская» нет в списке заключённых", "другие люди", "Сергей Тихановский")]
    public async Task A_stranger_is_nobody_on_the_list_and_a_name_alike_is_another_person(string question, string language, string nobody, string different, string other)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        var answer = await house.AskAsync(Mother, question, language);
        Assert.StartsWith(nobody, answer, StringComparison.Ordinal);
        Assert.True(answer.IndexOf(different, StringComparison.Ordinal) < answer.IndexOf(other, StringComparison.Ordinal));
        Assert.Contains(different, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hello!", "en", "Send me a name")]
    [InlineData("Прывітанне", "be", "Дашліце імя")]
    [InlineData("привет", "ru", "Пришлите имя")]
    [InlineData("Where is Obama?", "en", "Nobody called “Obama” is on the list")]
    public async Task A_greeting_is_nobodys_name_and_a_stranger_is_called_by_name_only(string question, string language, string answer)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        Assert.StartsWith(answer, await house.AskAsync(Mother, question, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Obama", "en")]
    [InlineData("Лукашэнка", "be")]
    [InlineData("Иванов", "ru")]
    public async Task Who_is_on_no_list_is_told_so_without_a_word_about_their_fate(string question, string language)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        var answer = await house.AskAsync(Mother, question, language);
        Assert.Contains(question, answer, StringComparison.Ordinal);
        Assert.Equal(2, answer.Split('\n').Length);
    }

    [Fact]
    public async Task Several_are_asked_back_and_a_doubtful_line_says_so()
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        var lines = (await house.AskAsync(Mother, "Maria")).Split('\n');
        Assert.Equal(["Several fit. Which one?", "• Maria Batalionak — free (not yet confirmed)", "• Maria Kalesnikava — free"], [lines[0], .. lines[1..].Order(StringComparer.Ordinal)]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("be")]
    [InlineData("ru")]
    public async Task Every_command_answers(string language)
    {
        await using var house = await BotHouse.OpenAsync(output, settings: Site);
        string[] questions = ["/help", "/list", "/follow", "/follow Znak", "/list", "/follow Znak", "/follow all", "/unfollow Znak", "/unfollow", "/unfollow all", "/list", "/latest", "/feed", "/privacy", "/language", "/nonsense", "?", "/forget"];
        foreach (var question in questions) Assert.NotEmpty(await house.AskAsync(Mother, question, language));
    }

    [Theory]
    [InlineData("en", "Nothing is stored")]
    [InlineData("be", "нічога не захоўваецца")]
    [InlineData("ru", "ничего не хранится")]
    public async Task A_question_alone_leaves_nothing_behind(string language, string nothing)
    {
        await using var house = await BotHouse.OpenAsync(output);
        await house.AskAsync(Mother, "Bialiatski", language);
        Assert.Empty(await house.ReadAsync(db => Task.FromResult(db.Subscribers.ToList())));
        Assert.Contains(nothing, await house.AskAsync(Mother, "/list", language), StringComparison.Ordinal);
    }
}
