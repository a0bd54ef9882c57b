print("starpace")
