namespace VksServerless.Documents.Official.Composing;

internal static class Tables
{
    public static Block.Table Of(string caption, IReadOnlyList<GridColumn> columns, IReadOnlyList<GridRow> rows) =>
        new(caption, GridWidths.Widen(columns, rows), rows);
}
