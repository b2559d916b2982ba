using VksServerless.Application.Workbooks;

namespace VksServerless.Workbooks.Packages;

/// <summary>How much text of one workbook may still be held.</summary>
internal sealed class TextBudget
{
    private int _left = Limits.Characters;

    public void Spend(string? text)
    {
        _left -= text?.Length ?? 0;
        if (_left < 0)
        {
            throw new UnreadableWorkbookException(WorkbookRefusals.TooMuchInside);
        }
    }
}
