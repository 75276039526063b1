namespace Monitor.Core.Feeds.Dates;

/// <summary>
/// One date taken apart: first the time (<c>18:30</c>), then what follows it as the zone, then day, month and year from the numbers and words that are left.
/// </summary>
internal sealed class DateReading
{
    private readonly string _text;
    private readonly List<DateToken> _tokens;
    private readonly bool[] _used;
    private int _hour;
    private int _minute;
    private double _second;
    private int _afterTime = -1;
    private bool _isAfternoonForm;

    public DateReading(string text)
    {
        _text = text;
        _tokens = DateTokens.Of(text);
        _used = new bool[_tokens.Count];
    }

    public DateTimeOffset? Read()
    {
        if (!ReadTime() || ReadDay() is not { } day) return null;
        var overnight = _hour == 24 && _minute == 0 && _second == 0;
        if (overnight) _hour = 0;
        if (_hour > 23 || _minute > 59 || _second >= 61) return null;
        var local = day.AddHours(_hour).AddMinutes(_minute).AddSeconds(Math.Min(_second, 59.999)).AddDays(overnight ? 1 : 0);
        return FeedDate.Sane(local, ZoneMinutes(local));
    }

    /// <summary>False only for a time that cannot be; a date without a time is midnight.</summary>
    private bool ReadTime()
    {
        var compact = ReadCompact();
        if (compact is { } done) return done;
        for (var i = 0; i + 2 < _tokens.Count; i++)
        {
            if (!IsNumber(i, 2) || !IsMark(i + 1, ':') || !IsNumber(i + 2, 2)) continue;
            var next = i + 3;
            (_hour, _minute) = (Use(i), Use(i + 2));
            if (IsMark(next, ':') && IsNumber(next + 1, 2))
            {
                _second = Use(next + 1);
                next += 2;
                if ((IsMark(next, '.') || IsMark(next, ':')) && IsNumber(next + 1, 9) && _tokens[next].Glued) next = UseFraction(next);
            }

            _used[i + 1] = true;
            ReadHalfOfDay(next);
            _afterTime = next;
            return true;
        }

        ReadDottedTime();
        return true;
    }

    private int UseFraction(int mark)
    {
        var token = _tokens[mark + 1];
        _used[mark + 1] = true;
        _second += token.Value / Math.Pow(10, token.Length);
        return mark + 2;
    }

    private void ReadHalfOfDay(int at)
    {
        if (at >= _tokens.Count || _tokens[at].Kind != DateTokenKind.Word) return;
        var word = Word(at);
        var isAfter = word.Equals("pm", StringComparison.OrdinalIgnoreCase) || word.Equals("p", StringComparison.OrdinalIgnoreCase);
        var isBefore = word.Equals("am", StringComparison.OrdinalIgnoreCase);
        if (!isAfter && !isBefore) return;
        _isAfternoonForm = true;
        _used[at] = true;
        if (isAfter && _hour < 12) _hour += 12;
        else if (isBefore && _hour == 12) _hour = 0;
    }

    /// <summary><c>13.12.2025 18.30</c>: two numbers with a dot after a whole date. <c>2025-12-13T18+03</c>: an hour alone.</summary>
    private void ReadDottedTime()
    {
        for (var i = 1; i < _tokens.Count; i++)
        {
            if (!IsNumber(i, 2) || IsMark(i - 1, '.') || IsMark(i - 1, '-') || IsMark(i - 1, '/')) continue;
            if (i >= 3 && IsMark(i + 1, '.') && IsNumber(i + 2, 2) && !IsMark(i + 3, '.') && Enumerable.Range(0, i).Any(k => IsNumber(k, 4) && _tokens[k].Length == 4))
            {
                (_hour, _minute, _afterTime) = (Use(i), Use(i + 2), i + 3);
                return;
            }

            if (_tokens[i - 1].Kind == DateTokenKind.Word && _tokens[i].Glued && Word(i - 1).Equals("T", StringComparison.OrdinalIgnoreCase))
            {
                (_hour, _afterTime) = (Use(i), i + 1);
                return;
            }
        }
    }

    /// <summary><c>20251213T183000Z</c>: digits alone, time after the T. Null where the date is written otherwise.</summary>
    private bool? ReadCompact()
    {
        for (var i = 0; i + 2 < _tokens.Count; i++)
        {
            if (!IsNumber(i, 8) || !Word(i + 1).Equals("T", StringComparison.OrdinalIgnoreCase) || !IsNumber(i + 2, 6) || _tokens[i + 2].Length is not (4 or 6)) continue;
            var time = Use(i + 2);
            if (_tokens[i + 2].Length == 6) (_hour, _minute, _second) = (time / 10000, time / 100 % 100, time % 100);
            else (_hour, _minute) = (time / 100, time % 100);
            _used[i + 1] = true;
            _afterTime = i + 3;
            return true;
        }

        return null;
    }

    private int ZoneMinutes(DateTime local)
    {
        for (var i = Math.Max(_afterTime, 0); i < _tokens.Count && _afterTime >= 0; i++)
        {
            if (_used[i]) continue;
            var isSign = IsMark(i, '+') || IsMark(i, '-');
            if (isSign && IsNumber(i + 1, 4) && !_used[i + 1]) return (IsMark(i, '-') ? -1 : 1) * OffsetMinutes(i + 1);
            if (_tokens[i].Kind != DateTokenKind.Word || DateWords.ZoneMinutes(Word(i), local) is not { } minutes) continue;
            // "GMT+0300" is an offset with GMT's name before it; "MSK (UTC+3)" says the same twice.
            if (minutes == 0 && (IsMark(i + 1, '+') || IsMark(i + 1, '-')) && IsNumber(i + 2, 4)) continue;
            return minutes;
        }

        return 0;
    }

    private int OffsetMinutes(int at)
    {
        var token = _tokens[at];
        if (token.Length > 2) return (token.Value / 100 * 60) + (token.Value % 100);
        var minutes = IsMark(at + 1, ':') && IsNumber(at + 2, 2) ? _tokens[at + 2].Value : 0;
        return (token.Value * 60) + minutes;
    }

    private DateTime? ReadDay()
    {
        var limit = _tokens.Count;
        var month = 0;
        var monthAt = -1;
        for (var i = 0; i < limit; i++)
        {
            if (_used[i] || _tokens[i].Kind != DateTokenKind.Word || DateWords.Month(Word(i)) is not { } named) continue;
            (month, monthAt) = (named, i);
        }

        var numbers = new DayNumbers(_text, [.. Enumerable.Range(0, limit).Where(i => !_used[i] && _tokens[i].Kind == DateTokenKind.Number && !IsOffset(i)).Select(i => _tokens[i])]);
        return monthAt >= 0 ? numbers.WithMonth(month, _tokens[monthAt].Start) : numbers.AllNumeric(_isAfternoonForm);
    }

    /// <summary>A number after a sign behind the time belongs to the zone.</summary>
    private bool IsOffset(int i) => _afterTime >= 0 && i > _afterTime && ((IsMark(i - 1, '+') || IsMark(i - 1, '-')) || (IsMark(i - 1, ':') && i >= 3 && (IsMark(i - 3, '+') || IsMark(i - 3, '-'))));

    private int Use(int i)
    {
        _used[i] = true;
        return _tokens[i].Value;
    }

    private bool IsNumber(int i, int longest) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == DateTokenKind.Number && _tokens[i].Length <= longest;

    private bool IsMark(int i, char mark) => i >= 0 && i < _tokens.Count && _tokens[i].Kind == DateTokenKind.Mark && _tokens[i].Value == mark;

    private ReadOnlySpan<char> Word(int i) => _tokens[i].Kind == DateTokenKind.Word ? _text.AsSpan(_tokens[i].Start, _tokens[i].Length) : default;
}
