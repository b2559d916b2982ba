using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace VksServerless.Emulation.Bus.Connections;

/// <summary>
/// Lets a client in without asking who it is: MSSBCBS, by which Service Bus clients announce that they will present tokens, and
/// ANONYMOUS.
/// </summary>
internal sealed class NoCredentials(string mechanism) : SaslProfile(new Symbol(mechanism))
{
    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList? GetStartCommand(string hostname) => null;

    protected override DescribedList? OnCommand(DescribedList command) =>
        command is SaslInit ? new SaslOutcome { Code = SaslCode.Ok } : null;
}
