// The same where nothing else is private or spread over zones, once the immutability policy has been locked by hand; with a budget.
using '../../main.bicep'
extends '../../dev.bicepparam'

param publicEntrance = false
param durableBackend = 'scheduler'
param mailDomain = 'vks.example'
param immutabilityLocked = true
param monthlyBudget = 100
