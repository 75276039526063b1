using System.Globalization;
using Monitor.Telegram.Requests;

namespace Monitor.Operating;

/// <summary>Buttons in a terminal: numbered under the last message that had any; typing a number presses one.</summary>
internal sealed class ConsoleButtons
{
    private readonly Lock _gate = new();
    private List<string> _data = [];
    private int _message;

    /// <summary>The line to print under the message, "" where it has no buttons.</summary>
    public string Show(int message, InlineKeyboardMarkup? markup)
    {
        if (markup is null) return "";
        lock (_gate)
        {
            _message = message;
            _data = [];
            return "\n\n" + string.Join('\n', markup.InlineKeyboard.Select(row => string.Join("  ", row.Select(Label))));
        }
    }

    /// <summary>Null where the line is no number of a button.</summary>
    public (int Message, string Data)? Press(string line)
    {
        lock (_gate)
        {
            return int.TryParse(line.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= _data.Count ? (_message, _data[number - 1]) : null;
        }
    }

    private string Label(InlineKeyboardButton button)
    {
        if (button.CallbackData is not { } data) return $"[{button.Text}: {button.Url}]";
        _data.Add(data);
        return string.Create(CultureInfo.InvariantCulture, $"[{_data.Count} {button.Text}]");
    }
}
