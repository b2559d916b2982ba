namespace VksServerless.Forms;

/// <summary>Everything that people read of a form is seen.</summary>
internal sealed partial class FormCheck
{
    private void CheckTexts() => _errors.AddRange(
        from read in Texts()
        let unseen = PlainText.FirstUnseen(read.Text, lines: true)
        where unseen is not null
        select new FieldError(read.Place, "control-character", PlainText.Told(read.Text, unseen.Value)));

    private IEnumerable<(string Place, string Text)> Texts() =>
    [
        ("/title", _form.Title),
        ("/changes", _form.Changes),
        .. _form.Sections.Index().SelectMany(section => TextsOf(section.Item, $"/sections/{section.Index}")),
        .. _form.Rules.Index().Select(rule => ($"/rules/{rule.Index}/message", rule.Item.Message)),
    ];

    private static IEnumerable<(string Place, string Text)> TextsOf(Section section, string place) =>
    [
        ($"{place}/number", section.Number),
        ($"{place}/title", section.Title),
        ($"{place}/help", section.Help),
        .. section.Fields.Index().SelectMany(field => TextsOf(field.Item, $"{place}/fields/{field.Index}")),
    ];

    private static IEnumerable<(string Place, string Text)> TextsOf(Field field, string place) =>
    [
        ($"{place}/label", field.Label),
        ($"{place}/help", field.Help),
        ($"{place}/measure", field.Measure),
        .. TextsOf(field.Type, $"{place}/type"),
    ];

    private static IEnumerable<(string Place, string Text)> TextsOf(FieldType type, string place) => type switch
    {
        FieldType.Choice choice => choice.Options.Index().Select(option => ($"{place}/options/{option.Index}/label", option.Item.Label)),
        FieldType.Table table => table.Columns.Index().SelectMany(
            column => TextsOf(column.Item.Type, $"{place}/columns/{column.Index}/type")
                .Append(($"{place}/columns/{column.Index}/label", column.Item.Label))
                .Append(($"{place}/columns/{column.Index}/help", column.Item.Help))
                .Append(($"{place}/columns/{column.Index}/measure", column.Item.Measure))),
        _ => [],
    };
}
