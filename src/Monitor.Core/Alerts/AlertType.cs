namespace Monitor.Core.Alerts;

/// <summary>A report is the first message about a change; an edit mends it silently; a correction answers it (DESIGN §4.3).</summary>
public enum AlertType
{
    Report,
    Edit,
    Correction,
}
