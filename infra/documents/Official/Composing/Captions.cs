namespace VksServerless.Documents.Official.Composing;

/// <summary>Tables and pictures of the body are numbered, so that people can refer to them.</summary>
internal static class Captions
{
    public static IReadOnlyList<Block> Number(IReadOnlyList<Block> body)
    {
        var (tables, pictures) = (0, 0);
        return
        [
            .. body.Select(block => block switch
            {
                Block.Table { Caption.Length: > 0 } table => table with { Caption = $"Bảng {++tables}. {table.Caption}" },
                Block.Picture picture => picture with { Name = $"Hình {++pictures}. {picture.Name}" },
                _ => block,
            }),
        ];
    }
}
