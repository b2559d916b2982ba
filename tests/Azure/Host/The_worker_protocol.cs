using System.Reflection;
using Google.Protobuf.Reflection;
using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Azure.Tests.Host;

/// <summary>What our host knows of the Functions RPC protocol is what the worker says and understands.</summary>
public class The_worker_protocol
{
    private static FileDescriptor Genuine { get; } = (FileDescriptor)Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc")
        .GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!
        .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    [Fact]
    public void Every_field_has_the_workers_name_number_and_type()
    {
        var ours = FunctionRpcReflection.Descriptor;

        ours.Package.ShouldBe(Genuine.Package);
        ours.Services.Single().FullName.ShouldBe(Genuine.Services.Single().FullName);
        foreach (var message in ours.MessageTypes)
        {
            var theirs = Genuine.FindTypeByName<MessageDescriptor>(message.Name).ShouldNotBeNull(message.Name);
            message.Fields.InDeclarationOrder().Select(Described)
                .Except(theirs.Fields.InDeclarationOrder().Select(Described)).ShouldBeEmpty(message.Name);
        }
    }

    private static string Described(FieldDescriptor field) =>
        $"{field.Name} = {field.FieldNumber}: {field.FieldType} {field.IsRepeated} {field.IsMap} "
        + (field.FieldType == FieldType.Message ? field.MessageType.FullName
            : field.FieldType == FieldType.Enum ? string.Join(',', field.EnumType.Values.Select(value => $"{value.Name}={value.Number}"))
            : "");
}
