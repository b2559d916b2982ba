namespace VksServerless.Forms.Expressions;

/// <summary>Why an expression is not taken. Places are "column n": the character of the text, from 1.</summary>
internal static class ExpressionRefusals
{
    public static Refusal At(int column, string rule, string fault)
    {
        var message = $"Ký tự thứ {column}: {fault}.";
        return new(RefusalKind.Invalid, "expression-invalid", "Biểu thức không hợp lệ", message)
        {
            Errors = [new FieldError($"column {column}", rule, message)],
        };
    }

    /// <param name="circle">Each reads the next, the last is the first again.</param>
    public static Refusal Circular(IReadOnlyList<string> circle)
    {
        var message = $"Các chỉ tiêu được tính vòng quanh lẫn nhau: {string.Join(" → ", circle)}. Hãy bỏ một trong các phép tính này.";
        return new(RefusalKind.Invalid, "expression-circular", "Công thức tính vòng quanh", message)
        {
            Errors = [.. circle.Skip(1).Select(code => new FieldError(code, "circular", message))],
        };
    }
}
