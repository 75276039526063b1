using System.Text;
using Monitor.Telegram.Requests;

namespace Monitor.Bot;

/// <summary>Buttons as Telegram takes them. What it would refuse (data over 64 bytes, an address it calls none) is left out: the text says all of it too.</summary>
internal static class Keyboard
{
    private const int LongestLabel = 60;

    public static InlineKeyboardMarkup? Of(IReadOnlyList<IReadOnlyList<Button>> buttons)
    {
        var rows = buttons.Select(row => (IReadOnlyList<InlineKeyboardButton>)[.. row.Where(IsTaken).Select(Button)]).Where(row => row.Count > 0).ToList();
        return rows.Count == 0 ? null : new InlineKeyboardMarkup { InlineKeyboard = rows };
    }

    private static InlineKeyboardButton Button(Button button) => new() { Text = Core.Wording.TelegramHtml.Shorten(button.Text, LongestLabel), CallbackData = button.Command, Url = button.Link?.AbsoluteUri };

    private static bool IsTaken(Button button) => button.Command is { } command
        ? Encoding.UTF8.GetByteCount(command) <= InlineKeyboardButton.MaxCallbackBytes
        : button.Link is { Scheme: "http" or "https" } link && link.Host.Contains('.', StringComparison.Ordinal);
}
