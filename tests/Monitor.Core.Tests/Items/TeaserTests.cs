using Monitor.Core.Feeds;
using Monitor.Core.Items;
using Monitor.Core.Mentions;

namespace Monitor.Core.Tests.Items;

public sealed class TeaserTests
{
    private static readonly string Whole = string.Concat(Enumerable.Repeat("Адвокат рассказал журналистам, как прошло заседание суда. ", 20));

    [Theory]
    [InlineData("")]
    [InlineData("Короткий пересказ в одну строку.")]
    public void A_short_text_is_a_teaser(string text) => Assert.True(Teaser.Is(new ParsedItem { Text = text }));

    [Theory]
    [InlineData("…")]
    [InlineData(" […]")]
    [InlineData(" [...]")]
    [InlineData(" Читать далее")]
    [InlineData(" Чытаць далей →")]
    [InlineData(" Read more…")]
    [InlineData("...")]
    public void A_text_that_breaks_off_is_a_teaser(string end) => Assert.True(Teaser.Is(new ParsedItem { Text = Whole + "И ещё" + end }));

    [Fact]
    public void A_whole_text_is_none() => Assert.False(Teaser.Is(new ParsedItem { Text = Whole }));

    [Fact]
    public void The_lead_is_kept_where_the_article_does_not_repeat_it()
    {
        Assert.Equal("Лид.\nТекст статьи", Teaser.Continue("Лид.", "Текст статьи"));
        Assert.Equal("Лид. Текст статьи", Teaser.Continue("Лид…", "Лид. Текст статьи"));
        Assert.Equal("Текст", Teaser.Continue("", "Текст"));
    }

    [Theory]
    [InlineData("Чатыры палітвязні выйшлі на волю", true)]
    [InlineData("Four political prisoners are free", true)]
    [InlineData("США снимают санкции", true)]
    [InlineData("Погода на выходные: дождь и ветер", false)]
    [InlineData("Recipe of the day: draniki", false)]
    public void What_may_concern_a_subject_is_told_from_a_few_words(string title, bool may) => Assert.Equal(may, Concern.SpeaksOf(title));
}
